import { EventEmitter, once } from "node:events";
import { connect, createServer as createTcpServer } from "node:net";
import type { AddressInfo } from "node:net";
import { describe, expect, it, onTestFinished } from "vitest";
import type { LogEntry } from "./log.ts";
import { fetchAsApp, startPair, startProxy, TOKEN } from "./testing/proxy.ts";

const getVoicemail = (url: string, init?: RequestInit) =>
  fetchAsApp(`${url}/api/v1/voicemail`, { redirect: "manual", ...init });

async function readProblem(response: Response) {
  const { proxy, code } = (await response.json()) as { proxy: string; code: number };
  expect(code).toBe(response.status);
  return [response.status, proxy];
}

/** Headers of every API response, including the four that Node sets. */
const ALWAYS =
  "cache-control connection content-length content-security-policy content-type " +
  "cross-origin-resource-policy date keep-alive referrer-policy x-content-type-options x-request-id";

it.each([0, 1, 64 * 1024, 300_000])(
  "forwards a text of %i arbitrary characters unchanged",
  async (length) => {
    const body = { text: Array.from({ length }, (_, at) => 'aя€\0\n"\\<'[at % 8]).join("") };
    const bytes = Buffer.from(JSON.stringify(body));
    const { proxy } = await startPair((_, response) => response.end(bytes));
    const response = await fetchAsApp(`${proxy.url}/api/v1/sip/7`);
    expect(response.headers.get("content-length")).toBe(String(bytes.length));
    expect(await response.json()).toEqual(body);
  },
);

describe("client responses", () => {
  it("keep the status, the body and the few headers the browser needs", async () => {
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
    const response = await getVoicemail(proxy.url);
    expect(response.status).toBe(429);
    expect(await response.text()).toBe('{"message":"Too Many Attempts."}');
    expect([...response.headers.keys()].sort()).toEqual(
      [...ALWAYS.split(" "), "retry-after"].sort(),
    );
    expect(Object.fromEntries(response.headers)).toMatchObject({
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

  it("may be empty", async () => {
    const { proxy } = await startPair((_, response) => response.writeHead(204).end());
    expect((await getVoicemail(proxy.url)).status).toBe(204);
  });

  it.each([
    ["http://localhost/api/v1/sip/25", "/api/v1/sip/25"],
    ["https://evil.example/anything/25/?a=1#b", "/api/v1/sip/25"],
    ["//evil.example/sip/25", "/api/v1/sip/25"],
    ["/api/v1/sip/new", null],
    ["javascript:alert(1)", null],
    ["https://evil.example/25\tb", null],
    ["", null],
  ])("keep only the id of the Location %j: %j", async (location, forwarded) => {
    const { proxy } = await startPair((_, response) => response.writeHead(201, { location }).end());
    const init = { method: "PUT", headers: { "content-type": "application/json" }, body: "{}" };
    const response = await fetchAsApp(`${proxy.url}/api/v1/sip`, init);
    expect(response.headers.get("location")).toBe(forwarded);
    expect((await getVoicemail(proxy.url)).headers.get("location")).toBe(null);
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
  ])("turn Retry-After %j with Date %j into %j", async (received, sentDate, forwarded) => {
    const { proxy } = await startPair((_, response) =>
      response.writeHead(503, { "retry-after": received, date: sentDate }).end("{}"),
    );
    expect((await getVoicemail(proxy.url)).headers.get("retry-after")).toBe(forwarded);
  });

  it.each([
    ["application/json", "application/json"],
    ["application/problem+json; charset=utf-8", "application/json"],
    ["text/html; charset=utf-8", "text/plain; charset=utf-8"],
    ["image/svg+xml", "text/plain; charset=utf-8"],
    ["application/json-seq", "text/plain; charset=utf-8"],
    ["x", "text/plain; charset=utf-8"],
  ])(
    "change the content type %j to %j, so that nothing renders as a page",
    async (received, forwarded) => {
      const { proxy } = await startPair((_, response) =>
        response.writeHead(200, { "content-type": received }).end("{}"),
      );
      expect((await getVoicemail(proxy.url)).headers.get("content-type")).toBe(forwarded);
    },
  );
});

describe("the proxy", () => {
  it("gives 502 and a log entry when the upstream is down", async () => {
    const { proxy, upstream } = await startPair();
    await upstream.close();
    const entries: LogEntry[] = [];
    const loggingProxy = await startProxy(upstream.url, { log: (entry) => entries.push(entry) });
    expect(await readProblem(await getVoicemail(proxy.url))).toEqual([502, "upstream-unreachable"]);
    await getVoicemail(loggingProxy.url);
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

  it("gives 502 when the upstream drops both the connection and the retry", async () => {
    const { proxy, upstream } = await startPair((request) => request.socket.destroy());
    expect(await readProblem(await getVoicemail(proxy.url))).toEqual([502, "upstream-unreachable"]);
    expect(upstream.seen).toHaveLength(2);
  });

  it("gives 502 when the body is truncated", async () => {
    const { proxy } = await startPair((request, response) => {
      response.writeHead(200, { "content-length": "100" });
      response.write("{", () => request.socket.destroy());
    });
    expect(await readProblem(await getVoicemail(proxy.url))).toEqual([502, "upstream-unreachable"]);
  });

  it("gives 502 when the upstream does not speak HTTP", async () => {
    const server = createTcpServer((socket) => {
      socket.on("error", () => undefined);
      socket.once("data", () => socket.end(`${TOKEN} what?\r\n\r\n`));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const proxy = await startProxy(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    expect(await readProblem(await getVoicemail(proxy.url))).toEqual([
      502,
      "upstream-unacceptable",
    ]);
  });

  it("gives 504 when the headers or the body time out", async () => {
    const limits = { totalMs: 60 };
    const silent = await startPair(() => undefined, { limits });
    expect(await readProblem(await getVoicemail(silent.proxy.url))).toEqual([
      504,
      "upstream-timeout",
    ]);
    const partial = await startPair((_, response) => void response.write("{"), { limits });
    expect(await readProblem(await getVoicemail(partial.proxy.url))).toEqual([
      504,
      "upstream-timeout",
    ]);
  });

  it.each([300, 301, 302, 303, 304, 305, 306, 307, 308, 399])(
    "gives 502 for a redirect with %i",
    async (status) => {
      const { proxy, upstream } = await startPair((_, response) =>
        response.writeHead(status, { location: "/api/v1/elsewhere" }).end(),
      );
      expect(await readProblem(await getVoicemail(proxy.url))).toEqual([
        502,
        "upstream-unacceptable",
      ]);
      expect(upstream.seen).toHaveLength(1);
    },
  );

  it("gives 502 when the body is too large", async () => {
    const limits = { maxResponseBytes: 1000 };
    const long = await startPair((_, response) => response.end("x".repeat(1001)), { limits });
    expect(await readProblem(await getVoicemail(long.proxy.url))).toEqual([
      502,
      "upstream-unacceptable",
    ]);
  });

  it("aborts the upstream request when the client disconnects", async () => {
    const client = new AbortController();
    const entries: LogEntry[] = [];
    const upstreamEvents = new EventEmitter();
    const upstreamClosed = once(upstreamEvents, "close");
    const { proxy } = await startPair(
      (_, response) => {
        response.on("close", () => upstreamEvents.emit("close"));
        client.abort();
      },
      { log: (entry) => entries.push(entry) },
    );
    await expect(getVoicemail(proxy.url, { signal: client.signal })).rejects.toThrow("aborted");
    await upstreamClosed;
    expect(entries).toMatchObject([{ level: "info", status: 499, problem: "left" }]);
  });

  it("logs 499 when the client disconnects in the middle of the response", async () => {
    const entries: LogEntry[] = [];
    // Larger than the socket buffers of a client that does not read.
    const letters = "x".repeat(30_000_000);
    const limits = { maxResponseBytes: letters.length + 100 };
    const { proxy } = await startPair(
      (_, response) => response.end(JSON.stringify({ success: true, letters })),
      { limits, log: (entry) => entries.push(entry) },
    );
    const client = connect(proxy.port, "127.0.0.1");
    client.write("GET /api/v1/sip HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Pult: 1\r\n\r\n");
    const [firstChunk] = await once(client, "data");
    expect(String(firstChunk)).toMatch(/^HTTP\/1\.1 200 /);
    client.destroy();
    await expect.poll(() => entries).toHaveLength(1);
    expect(entries).toMatchObject([{ level: "info", status: 499, problem: "left" }]);
  });
});
