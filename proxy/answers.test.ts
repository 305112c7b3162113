import { EventEmitter, once } from "node:events";
import { createServer as createTcpServer } from "node:net";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { describe, expect, it, onTestFinished } from "vitest";
import { fetchAsApp, startPair, startProxy, TOKEN } from "./testing/proxy.ts";

const get = (url: string, init?: RequestInit) =>
  fetchAsApp(`${url}/api/v1/voicemail`, { redirect: "manual", ...init });

async function problemOf(answer: Response) {
  const { proxy, code } = (await answer.json()) as { proxy: string; code: number };
  expect(code).toBe(answer.status);
  return [answer.status, proxy];
}

describe("what comes down", () => {
  it("passes status, body and the few headers the browser needs", async () => {
    const { proxy } = await startPair((_, response) => {
      response.writeHead(429, {
        "content-type": "application/json; charset=utf-8",
        location: "http://localhost/api/v1/sip/25",
        "retry-after": "7",
        "set-cookie": "laravel_session=1",
        "x-powered-by": "PHP",
        server: "nginx",
        "cache-control": "public, max-age=600",
        "access-control-allow-origin": "*",
      });
      response.end('{"message":"Too Many Attempts."}');
    });
    const answer = await get(proxy.url);
    expect(answer.status).toBe(429);
    expect(await answer.text()).toBe('{"message":"Too Many Attempts."}');
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "application/json; charset=utf-8",
      location: "http://localhost/api/v1/sip/25",
      "retry-after": "7",
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
    });
    for (const name of ["set-cookie", "x-powered-by", "server", "access-control-allow-origin"]) {
      expect([name, answer.headers.get(name)]).toEqual([name, null]);
    }
  });

  it("passes an empty answer on", async () => {
    const { proxy } = await startPair((_, response) => response.writeHead(204).end());
    expect((await get(proxy.url)).status).toBe(204);
  });

  it("covers the token wherever the upstream echoes it", async () => {
    const forms = [TOKEN, JSON.stringify(TOKEN).replaceAll("/", "\\/"), encodeURIComponent(TOKEN)];
    const { proxy } = await startPair((request, response) => {
      const { authorization } = request.headers;
      response.writeHead(500, {
        location: `/x?${authorization}`,
        "content-type": `text/html; a="${authorization}"`,
      });
      response.end(`Приёмная ${authorization} ${forms.join(" ")}`);
    });
    const answer = await get(proxy.url);
    const text = await answer.text();
    expect(text).toBe('Приёмная Bearer *** *** "***" ***');
    const all = JSON.stringify([...answer.headers]) + text;
    for (const form of forms) expect(all).not.toContain(form);
  });
});

describe("an upstream without an acceptable answer", () => {
  it("is down", async () => {
    const { proxy, upstream } = await startPair();
    await upstream.close();
    const lines: string[] = [];
    const reporting = await startProxy(upstream.url, { report: (line) => lines.push(line) });
    expect(await problemOf(await get(proxy.url))).toEqual([502, "upstream-unreachable"]);
    await get(reporting.url);
    expect(lines).toEqual(["GET /voicemail: upstream-unreachable (ECONNREFUSED)"]);
  });

  it("drops the connection", async () => {
    const { proxy } = await startPair((request) => request.socket.destroy());
    expect(await problemOf(await get(proxy.url))).toEqual([502, "upstream-unreachable"]);
  });

  it("cuts its body", async () => {
    const { proxy } = await startPair((request, response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write("{", () => request.socket.destroy());
    });
    expect(await problemOf(await get(proxy.url))).toEqual([502, "upstream-unreachable"]);
  });

  it("speaks no HTTP", async () => {
    const server = createTcpServer((socket) => {
      socket.on("error", () => undefined);
      socket.once("data", () => socket.end(`${TOKEN} what?\r\n\r\n`));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const proxy = await startProxy(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    expect(await problemOf(await get(proxy.url))).toEqual([502, "upstream-unacceptable"]);
  });

  it("answers too late, with headers or with the body", async () => {
    const limits = { totalMs: 60 };
    const mute = await startPair(() => undefined, { limits });
    expect(await problemOf(await get(mute.proxy.url))).toEqual([504, "upstream-timeout"]);
    const half = await startPair((_, response) => void response.write("{"), { limits });
    expect(await problemOf(await get(half.proxy.url))).toEqual([504, "upstream-timeout"]);
  });

  it.each([301, 302, 303, 304, 307, 308])("redirects with %i", async (status) => {
    const { proxy, upstream } = await startPair((_, response) =>
      response.writeHead(status, { location: "/api/v1/elsewhere" }).end(),
    );
    expect(await problemOf(await get(proxy.url))).toEqual([502, "upstream-unacceptable"]);
    expect(upstream.seen).toHaveLength(1);
  });

  it("says too much, or in an encoding nobody asked for", async () => {
    const limits = { answerBytes: 1000 };
    const long = await startPair((_, response) => response.end("x".repeat(1001)), { limits });
    expect(await problemOf(await get(long.proxy.url))).toEqual([502, "upstream-unacceptable"]);
    const packed = await startPair((_, response) =>
      response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("{}")),
    );
    expect(await problemOf(await get(packed.proxy.url))).toEqual([502, "upstream-unacceptable"]);
  });

  it("is let go when the browser leaves", async () => {
    const browser = new AbortController();
    const lines: string[] = [];
    const left = new EventEmitter();
    const gone = once(left, "close");
    const { proxy } = await startPair(
      (_, response) => {
        response.on("close", () => left.emit("close"));
        browser.abort();
      },
      { report: (line) => lines.push(line) },
    );
    await expect(get(proxy.url, { signal: browser.signal })).rejects.toThrow("aborted");
    await gone;
    expect(lines).toEqual([]);
  });
});
