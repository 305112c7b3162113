import { EventEmitter, once } from "node:events";
import type { RequestListener } from "node:http";
import { describe, expect, it } from "vitest";
import { operationList } from "#api/operations.ts";
import { samples } from "#api/samples/index.ts";
import { listSipStatuses } from "#api/sip.ts";
import type { LogEntry } from "./log.ts";
import { fetchAsApp, startPair, TOKEN } from "./testing/proxy.ts";

const goodBody = JSON.stringify(samples.listSipStatuses.response);
const respondWith =
  (body: string, status = 200): RequestListener =>
  (_, response) =>
    response.writeHead(status).end(body);

/** A proxy whose clock stands still until the test sets it, with an upstream of good statuses. */
async function startShared(
  respond = respondWith(goodBody),
  options: Parameters<typeof startPair>[1] = {},
) {
  const clock = { now: 0 };
  const { proxy, upstream } = await startPair(respond, { now: () => clock.now, ...options });
  const fetchStatuses = (init?: RequestInit, query = "?page=1&limit=100") =>
    fetchAsApp(`${proxy.url}/api/v1/sip/statuses${query}`, init);
  const fetchWithCacheControl = (cacheControl: string) =>
    fetchStatuses({ headers: { "cache-control": cacheControl } });
  return { clock, proxy, upstream, fetchStatuses, fetchWithCacheControl };
}

it("only reads without a secret are shared, for less than the shortest refresh interval of 5 s", () => {
  const shared = operationList.filter(({ shareMs }) => shareMs !== undefined);
  expect(shared).toContain(listSipStatuses);
  for (const { method, reveals, shareMs } of shared) {
    expect({ method, reveals }).toEqual({ method: "GET", reveals: undefined });
    expect(shareMs).toBeLessThan(5_000);
  }
});

describe("a shared response", () => {
  it("serves any number of clients, with its age", async () => {
    const { clock, upstream, fetchStatuses } = await startShared();
    const responses = await Promise.all(Array.from({ length: 50 }, () => fetchStatuses()));
    for (const response of responses) {
      expect([response.status, response.headers.get("age")]).toEqual([200, "0"]);
      expect(response.headers.get("cache-control")).toBe("no-store");
      expect(await response.text()).toBe(goodBody);
    }
    clock.now = 3_999;
    expect((await fetchStatuses()).headers.get("age")).toBe("3");
    expect(upstream.seen).toHaveLength(1);
    clock.now = 4_000;
    expect((await fetchStatuses()).headers.get("age")).toBe("0");
    expect(upstream.seen).toHaveLength(2);
  });

  it("is requested without a client's Accept-Language and Cache-Control", async () => {
    const { upstream, fetchStatuses } = await startShared();
    await fetchStatuses({ headers: { "accept-language": "ru", "cache-control": "no-cache" } });
    await fetchStatuses({ headers: { "accept-language": "en" } });
    expect(upstream.seen).toHaveLength(1);
    expect(Object.keys(upstream.seen[0]?.headers ?? {}).sort()).toEqual(
      ["accept", "authorization", "client", "connection", "content-type", "host"].sort(),
    );
  });

  it("is shared per query, whatever the order of its keys", async () => {
    const { upstream, fetchStatuses } = await startShared();
    for (const query of ["", "?page=1", "?page=2", "?page=2&limit=100"]) {
      await fetchStatuses({}, query);
    }
    expect(upstream.seen).toHaveLength(4);
    await fetchStatuses({}, "?limit=100&other=1&page=2");
    expect(upstream.seen).toHaveLength(4);
  });

  it("is shared per sandbox office", async () => {
    const { upstream } = await startPair(respondWith(goodBody));
    const { fetchStatuses } = await startShared(undefined, { sandboxUrl: upstream.url });
    for (const office of ["a", "b", "a"]) {
      await fetchStatuses({ headers: { "x-sandbox-office": office } });
    }
    await fetchStatuses();
    const offices = upstream.seen.map(({ headers }) => headers["x-sandbox-office"]);
    expect(offices).toEqual(["a", "b", undefined]);
  });

  it("is masked every time", async () => {
    const text = JSON.stringify({ ...samples.listSipStatuses.response, note: TOKEN });
    const { upstream, fetchStatuses } = await startShared(respondWith(text));
    for (const response of [await fetchStatuses(), await fetchStatuses()]) {
      expect(await response.text()).toBe(text.replace(TOKEN, "***"));
    }
    expect(upstream.seen).toHaveLength(1);
  });
});

describe("a request with Cache-Control", () => {
  it.each(["max-age=9", "max-age=9, only-if-cached", "Max-Age=9"])(
    "%j gets a younger response",
    async (directive) => {
      const { clock, upstream, fetchWithCacheControl } = await startShared();
      await fetchWithCacheControl(directive);
      clock.now = 8_999;
      expect((await fetchWithCacheControl(directive)).headers.get("age")).toBe("8");
      expect(upstream.seen).toHaveLength(1);
      clock.now = 9_000;
      await fetchWithCacheControl(directive);
      expect(upstream.seen).toHaveLength(2);
    },
  );

  it.each(["no-cache", "no-store", "max-age=0", "no-cache, max-age=9", "max-age=9,NO-CACHE"])(
    "%j gets no response older than a second, and its response serves other clients",
    async (directive) => {
      const { clock, upstream, fetchStatuses, fetchWithCacheControl } = await startShared();
      await fetchStatuses();
      clock.now = 999;
      expect((await fetchWithCacheControl(directive)).headers.get("age")).toBe("0");
      expect(upstream.seen).toHaveLength(1);
      clock.now = 1_000;
      await fetchWithCacheControl(directive);
      expect(upstream.seen).toHaveLength(2);
      clock.now = 3_999;
      expect((await fetchStatuses()).headers.get("age")).toBe("2");
      expect(upstream.seen).toHaveLength(2);
    },
  );

  it.each(["max-age=99999", "max-age=999999999"])(
    "%j gets a response of at most one minute",
    async (directive) => {
      const { clock, upstream, fetchWithCacheControl } = await startShared();
      await fetchWithCacheControl(directive);
      clock.now = 59_999;
      await fetchWithCacheControl(directive);
      expect(upstream.seen).toHaveLength(1);
      clock.now = 60_000;
      await fetchWithCacheControl(directive);
      expect(upstream.seen).toHaveLength(2);
    },
  );

  it.each(["max-age=-9", "max-age=x", "max-age", "max-age=9999999999", "public", ","])(
    "%j is treated as if it had none",
    async (directive) => {
      const { clock, upstream, fetchWithCacheControl } = await startShared();
      await fetchWithCacheControl(directive);
      clock.now = 3_999;
      await fetchWithCacheControl(directive);
      expect(upstream.seen).toHaveLength(1);
      clock.now = 4_000;
      await fetchWithCacheControl(directive);
      expect(upstream.seen).toHaveLength(2);
    },
  );
});

describe("never cached:", () => {
  const failures: [string, RequestListener][] = [
    ["500", respondWith('{"message":"Server Error"}', 500)],
    ["503 with a list", respondWith(goodBody, 503)],
    ["429", respondWith('{"message":"Too Many Attempts."}', 429)],
    ["401", respondWith('{"message":"Unauthenticated."}', 401)],
    ["201", respondWith(goodBody, 201)],
    ["204", respondWith("", 204)],
    ["a redirect", respondWith("", 302)],
    ["a page of HTML", respondWith("<html>Maintenance</html>")],
    ["truncated JSON", respondWith(goodBody.slice(0, -9))],
    ["success: false", respondWith(goodBody.replace('"success":true', '"success":false'))],
    ["a hidden code", respondWith('{"code":500,"message":"User not found","data":[]}')],
    ["a body without a list", respondWith('{"success":true}')],
    ["an empty body", respondWith("")],
    ["a dropped connection", (request) => request.socket.destroy()],
    ["a timeout", () => undefined],
  ];

  it.each(failures)("%s", async (failure, respond) => {
    // Short only for the timeout: a busy machine may need longer for the others.
    const limits = failure === "a timeout" ? { totalMs: 500 } : {};
    const { upstream, fetchStatuses } = await startShared(respond, { limits });
    await fetchStatuses();
    await fetchStatuses();
    // A read is retried once when its connection breaks.
    expect(upstream.seen).toHaveLength(failure === "a dropped connection" ? 4 : 2);
  });

  it.each(["/sip", "/sip/7", "/voicemail", "/number/external/status?logins[]=a"])(
    "another operation: %s",
    async (path) => {
      const { upstream, proxy } = await startShared();
      const responses = await Promise.all(
        [1, 2, 3].map(() => fetchAsApp(`${proxy.url}/api/v1${path}`)),
      );
      expect(responses.map(({ headers }) => headers.get("age"))).toEqual([null, null, null]);
      expect(upstream.seen).toHaveLength(3);
    },
  );

  it("a response from before a write", async () => {
    const { upstream, proxy, fetchStatuses } = await startShared();
    await fetchStatuses();
    await fetchAsApp(`${proxy.url}/api/v1/sip/7`, { method: "DELETE" });
    await fetchStatuses();
    expect(upstream.seen.map(({ method }) => method)).toEqual(["GET", "DELETE", "GET"]);
  });

  it("a response from before a change of the sandbox's controls", async () => {
    const { upstream } = await startPair(respondWith(goodBody));
    const { proxy, fetchStatuses } = await startShared(undefined, { sandboxUrl: upstream.url });
    for (const method of ["PUT", "POST", "GET"]) {
      await fetchStatuses();
      await fetchAsApp(`${proxy.url}/__sandbox/faults`, { method });
    }
    await fetchStatuses();
    const statusRequests = upstream.seen.filter(({ target }) => target.includes("statuses"));
    expect(statusRequests).toHaveLength(3);
  });
});

it("aborts the upstream request when its only client disconnects, and logs no error", async () => {
  const client = new AbortController();
  const entries: LogEntry[] = [];
  const upstreamEvents = new EventEmitter();
  const upstreamClosed = once(upstreamEvents, "close");
  const { fetchStatuses } = await startShared(
    (_, response) => {
      response.on("close", () => upstreamEvents.emit("close"));
      client.abort();
    },
    { log: (entry) => entries.push(entry) },
  );
  await expect(fetchStatuses({ signal: client.signal })).rejects.toThrow("aborted");
  await upstreamClosed;
  expect(entries).toMatchObject([{ level: "info", status: 499, problem: "left" }]);
});
