import { EventEmitter, once } from "node:events";
import { connect, createServer as createTcpServer } from "node:net";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import type { LogEntry } from "./log.ts";
import { fetchAsApp, startPair, startProxy, TOKEN } from "./testing/proxy.ts";

const get = (url: string, init?: RequestInit) =>
  fetchAsApp(`${url}/api/v1/voicemail`, { redirect: "manual", ...init });

async function problemOf(answer: Response) {
  const { proxy, code } = (await answer.json()) as { proxy: string; code: number };
  expect(code).toBe(answer.status);
  return [answer.status, proxy];
}

/** What every answer of the API carries, and Node's own four. */
const ALWAYS =
  "cache-control connection content-length content-security-policy content-type " +
  "cross-origin-resource-policy date keep-alive referrer-policy x-content-type-options x-request-id";

it.each([0, 1, 64 * 1024, 300_000])(
  "an answer with a text of %i signs of any kind comes down as it is",
  async (length) => {
    const body = { text: Array.from({ length }, (_, at) => 'aя€\0\n"\\<'[at % 8]).join("") };
    const bytes = Buffer.from(JSON.stringify(body));
    const { proxy } = await startPair((_, response) => response.end(bytes));
    const answer = await fetchAsApp(`${proxy.url}/api/v1/sip/7`);
    expect(answer.headers.get("content-length")).toBe(String(bytes.length));
    expect(await answer.json()).toEqual(body);
  },
);

describe("what comes down", () => {
  it("passes status, body and the few headers the browser needs", async () => {
    const { proxy } = await startPair((_, response) => {
      response.writeHead(429, {
        "content-type": "application/json; charset=utf-8",
        location: "http://localhost/api/v1/sip/25",
        "retry-after": "7",
        "set-cookie": ["laravel_session=1", "b=2"],
        "x-powered-by": "PHP",
        server: "nginx",
        "cache-control": "public, max-age=600",
        "access-control-allow-origin": "*",
        connection: "keep-alive, x-hop",
        "x-hop": "1",
        "keep-alive": "timeout=99, max=7",
        trailer: "x-late",
        upgrade: "h2c",
        "proxy-authenticate": "Basic",
        "proxy-connection": "keep-alive",
        "transfer-encoding": "chunked",
        te: "trailers",
        "x-request-id": "theirs",
        "strict-transport-security": "max-age=1",
        "content-security-policy": "default-src *",
        refresh: "0; url=https://evil.example",
        link: "</x>; rel=preload",
        "clear-site-data": '"*"',
      });
      response.addTrailers({ "x-late": "1" });
      response.end('{"message":"Too Many Attempts."}');
    });
    const answer = await get(proxy.url);
    expect(answer.status).toBe(429);
    expect(await answer.text()).toBe('{"message":"Too Many Attempts."}');
    expect([...answer.headers.keys()].sort()).toEqual([...ALWAYS.split(" "), "retry-after"].sort());
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "application/json",
      "content-security-policy": expect.stringMatching(
        /default-src 'none'.*frame-ancestors 'none'/,
      ),
      "content-length": "32",
      "retry-after": "7",
      "cache-control": "no-store",
      "keep-alive": "timeout=5",
      "x-content-type-options": "nosniff",
      "referrer-policy": "no-referrer",
      "x-request-id": expect.stringMatching(/^[\da-f]{16}$/),
    });
  });

  it("passes an empty answer on", async () => {
    const { proxy } = await startPair((_, response) => response.writeHead(204).end());
    expect((await get(proxy.url)).status).toBe(204);
  });

  it.each([
    ["http://localhost/api/v1/sip/25", "/api/v1/sip/25"],
    ["https://evil.example/anything/25/?a=1#b", "/api/v1/sip/25"],
    ["//evil.example/sip/25", "/api/v1/sip/25"],
    ["/api/v1/sip/new", null],
    ["javascript:alert(1)", null],
    ["https://evil.example/25\tb", null],
    ["", null],
  ])("keeps of a new account's address %j the id alone: %j", async (location, passed) => {
    const { proxy } = await startPair((_, response) => response.writeHead(201, { location }).end());
    const init = { method: "PUT", headers: { "content-type": "application/json" }, body: "{}" };
    const answer = await fetchAsApp(`${proxy.url}/api/v1/sip`, init);
    expect(answer.headers.get("location")).toBe(passed);
    expect((await get(proxy.url)).headers.get("location")).toBe(null);
  });

  const date = "Wed, 21 Oct 2026 07:27:00 GMT";
  it.each([
    ["120", date, "120"],
    ["Wed, 21 Oct 2026 07:28:00 GMT", date, "60"],
    ["Wed, 21 Oct 2026 07:28:00 GMT", "Wed, 21 Oct 2026 08:27:00 GMT", "0"],
    ["Wed, 21 Oct 2026 07:28:00 GMT", "today", "Wed, 21 Oct 2026 07:28:00 GMT"],
    ["soon", date, null],
    ["1; url=https://evil.example", date, null],
    ["Wed, <script>", date, null],
  ])("passes Retry-After %j in an answer of %j as %j", async (given, sent, passed) => {
    const { proxy } = await startPair((_, response) =>
      response.writeHead(503, { "retry-after": given, date: sent }).end("{}"),
    );
    expect((await get(proxy.url)).headers.get("retry-after")).toBe(passed);
  });

  it.each([
    ["application/json", "application/json"],
    ["application/problem+json; charset=utf-8", "application/json"],
    ["text/html; charset=utf-8", "text/plain; charset=utf-8"],
    ["image/svg+xml", "text/plain; charset=utf-8"],
    ["application/json-seq", "text/plain; charset=utf-8"],
    ["x", "text/plain; charset=utf-8"],
  ])("calls %j %j: no page comes down as a page", async (given, passed) => {
    const { proxy } = await startPair((_, response) =>
      response.writeHead(200, { "content-type": given }).end("{}"),
    );
    expect((await get(proxy.url)).headers.get("content-type")).toBe(passed);
  });
});

describe("an upstream without an acceptable answer", () => {
  it("is down", async () => {
    const { proxy, upstream } = await startPair();
    await upstream.close();
    const entries: LogEntry[] = [];
    const reporting = await startProxy(upstream.url, { log: (entry) => entries.push(entry) });
    expect(await problemOf(await get(proxy.url))).toEqual([502, "upstream-unreachable"]);
    await get(reporting.url);
    expect(entries).toMatchObject([
      {
        level: "warn",
        operation: "GET /voicemail",
        status: 502,
        problem: "upstream-unreachable",
        reason: "ECONNREFUSED",
      },
    ]);
  });

  it("drops the connection, also the new one", async () => {
    const { proxy, upstream } = await startPair((request) => request.socket.destroy());
    expect(await problemOf(await get(proxy.url))).toEqual([502, "upstream-unreachable"]);
    expect(upstream.seen).toHaveLength(2);
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

  it.each([300, 301, 302, 303, 304, 305, 306, 307, 308, 399])(
    "redirects with %i",
    async (status) => {
      const { proxy, upstream } = await startPair((_, response) =>
        response.writeHead(status, { location: "/api/v1/elsewhere" }).end(),
      );
      expect(await problemOf(await get(proxy.url))).toEqual([502, "upstream-unacceptable"]);
      expect(upstream.seen).toHaveLength(1);
    },
  );

  it("says too much", async () => {
    const limits = { answerBytes: 1000 };
    const long = await startPair((_, response) => response.end("x".repeat(1001)), { limits });
    expect(await problemOf(await get(long.proxy.url))).toEqual([502, "upstream-unacceptable"]);
  });

  it("is let go when the browser leaves", async () => {
    const browser = new AbortController();
    const entries: LogEntry[] = [];
    const left = new EventEmitter();
    const gone = once(left, "close");
    const { proxy } = await startPair(
      (_, response) => {
        response.on("close", () => left.emit("close"));
        browser.abort();
      },
      { log: (entry) => entries.push(entry) },
    );
    await expect(get(proxy.url, { signal: browser.signal })).rejects.toThrow("aborted");
    await gone;
    expect(entries).toMatchObject([{ level: "info", status: 499, problem: "left" }]);
  });

  it("is not logged as sent when the browser leaves in the middle of it", async () => {
    const entries: LogEntry[] = [];
    // More than the system itself takes for a client that does not read.
    const letters = "x".repeat(30_000_000);
    const limits = { answerBytes: letters.length + 100 };
    const { proxy } = await startPair(
      (_, response) => response.end(JSON.stringify({ success: true, letters })),
      { limits, log: (entry) => entries.push(entry) },
    );
    const browser = connect(proxy.port, "127.0.0.1");
    browser.write("GET /api/v1/sip HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Pult: 1\r\n\r\n");
    const [begin] = await once(browser, "data");
    expect(String(begin)).toMatch(/^HTTP\/1\.1 200 /);
    browser.destroy();
    await expect.poll(() => entries).toHaveLength(1);
    expect(entries).toMatchObject([{ level: "info", status: 499, problem: "left" }]);
  });
});
