import { EventEmitter, once } from "node:events";
import type { RequestListener } from "node:http";
import { describe, expect, it } from "vitest";
import { operationList } from "#api/operations.ts";
import { samples } from "#api/samples/index.ts";
import { listSipStatuses } from "#api/sip.ts";
import type { LogEntry } from "./log.ts";
import { fetchAsApp, startPair, TOKEN } from "./testing/proxy.ts";

const good = JSON.stringify(samples.listSipStatuses.response);
const respondWith =
  (body: string, status = 200): RequestListener =>
  (_, response) =>
    response.writeHead(status).end(body);

/** A proxy whose clock stands until the test sets it, before an upstream that has good statuses. */
async function watched(answer = respondWith(good), options: Parameters<typeof startPair>[1] = {}) {
  const clock = { now: 0 };
  const { proxy, upstream } = await startPair(answer, { now: () => clock.now, ...options });
  const view = (init?: RequestInit, query = "?page=1&limit=100") =>
    fetchAsApp(`${proxy.url}/api/v1/sip/statuses${query}`, init);
  const asking = (cacheControl: string) => view({ headers: { "cache-control": cacheControl } });
  return { clock, proxy, upstream, view, asking };
}

it("one operation is shared, for less than the shortest refresh of 5 s", () => {
  const shared = operationList.filter(({ shareMs }) => shareMs !== undefined);
  expect(shared).toEqual([listSipStatuses]);
  expect(listSipStatuses.shareMs).toBeLessThan(5_000);
});

describe("an answer that is shared", () => {
  it("serves any number of viewers, with its age", async () => {
    const { clock, upstream, view } = await watched();
    const answers = await Promise.all(Array.from({ length: 50 }, () => view()));
    for (const answer of answers) {
      expect([answer.status, answer.headers.get("age")]).toEqual([200, "0"]);
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(await answer.text()).toBe(good);
    }
    clock.now = 3_999;
    expect((await view()).headers.get("age")).toBe("3");
    expect(upstream.seen).toHaveLength(1);
    clock.now = 4_000;
    expect((await view()).headers.get("age")).toBe("0");
    expect(upstream.seen).toHaveLength(2);
  });

  it("is asked for without one viewer's Accept-Language and Cache-Control", async () => {
    const { upstream, view } = await watched();
    await view({ headers: { "accept-language": "ru", "cache-control": "no-cache" } });
    await view({ headers: { "accept-language": "en" } });
    expect(upstream.seen).toHaveLength(1);
    expect(Object.keys(upstream.seen[0]?.headers ?? {}).sort()).toEqual(
      ["accept", "authorization", "client", "connection", "content-type", "host"].sort(),
    );
  });

  it("is not that of another query; the order of its keys is no other", async () => {
    const { upstream, view } = await watched();
    for (const query of ["", "?page=1", "?page=2", "?page=2&limit=100"]) await view({}, query);
    expect(upstream.seen).toHaveLength(4);
    await view({}, "?limit=100&other=1&page=2");
    expect(upstream.seen).toHaveLength(4);
  });

  it("is not that of another sandbox office", async () => {
    const { upstream } = await startPair(respondWith(good));
    const { view } = await watched(undefined, { sandboxUrl: upstream.url });
    for (const office of ["a", "b", "a"]) await view({ headers: { "x-sandbox-office": office } });
    await view();
    const offices = upstream.seen.map(({ headers }) => headers["x-sandbox-office"]);
    expect(offices).toEqual(["a", "b", undefined]);
  });

  it("is masked like any other, each time", async () => {
    const text = JSON.stringify({ ...samples.listSipStatuses.response, note: TOKEN });
    const { upstream, view } = await watched(respondWith(text));
    for (const answer of [await view(), await view()]) {
      expect(await answer.text()).toBe(text.replace(TOKEN, "***"));
    }
    expect(upstream.seen).toHaveLength(1);
  });
});

describe("a viewer that sends Cache-Control", () => {
  it.each(["max-age=9", "max-age=9, only-if-cached", "Max-Age=9"])(
    "%s: less than that",
    async (directive) => {
      const { clock, upstream, asking } = await watched();
      await asking(directive);
      clock.now = 8_999;
      expect((await asking(directive)).headers.get("age")).toBe("8");
      expect(upstream.seen).toHaveLength(1);
      clock.now = 9_000;
      await asking(directive);
      expect(upstream.seen).toHaveLength(2);
    },
  );

  it.each(["no-cache", "no-store", "max-age=0", "no-cache, max-age=9", "max-age=9,NO-CACHE"])(
    "%s: nothing kept for a second, and what it gets serves the others",
    async (directive) => {
      const { clock, upstream, view, asking } = await watched();
      await view();
      clock.now = 999;
      expect((await asking(directive)).headers.get("age")).toBe("0");
      expect(upstream.seen).toHaveLength(1);
      clock.now = 1_000;
      await asking(directive);
      expect(upstream.seen).toHaveLength(2);
      clock.now = 3_999;
      expect((await view()).headers.get("age")).toBe("2");
      expect(upstream.seen).toHaveLength(2);
    },
  );

  it.each(["max-age=99999", "max-age=999999999"])("%s: a minute at most", async (directive) => {
    const { clock, upstream, asking } = await watched();
    await asking(directive);
    clock.now = 59_999;
    await asking(directive);
    expect(upstream.seen).toHaveLength(1);
    clock.now = 60_000;
    await asking(directive);
    expect(upstream.seen).toHaveLength(2);
  });

  it.each(["max-age=-9", "max-age=x", "max-age", "max-age=9999999999", "public", ","])(
    "%s: as without the header",
    async (directive) => {
      const { clock, upstream, asking } = await watched();
      await asking(directive);
      clock.now = 3_999;
      await asking(directive);
      expect(upstream.seen).toHaveLength(1);
      clock.now = 4_000;
      await asking(directive);
      expect(upstream.seen).toHaveLength(2);
    },
  );
});

describe("what is never kept", () => {
  const failures: [string, RequestListener][] = [
    ["500", respondWith('{"message":"Server Error"}', 500)],
    ["503 with a list", respondWith(good, 503)],
    ["429", respondWith('{"message":"Too Many Attempts."}', 429)],
    ["401", respondWith('{"message":"Unauthenticated."}', 401)],
    ["201", respondWith(good, 201)],
    ["204", respondWith("", 204)],
    ["a redirect", respondWith("", 302)],
    ["a page of HTML", respondWith("<html>Maintenance</html>")],
    ["cut JSON", respondWith(good.slice(0, -9))],
    ["success: false", respondWith(good.replace('"success":true', '"success":false'))],
    ["a hidden code", respondWith('{"code":500,"message":"User not found","data":[]}')],
    ["no list", respondWith('{"success":true}')],
    ["nothing", respondWith("")],
    ["a dropped connection", (request) => request.socket.destroy()],
    ["no answer in time", () => undefined],
  ];

  it.each(failures)("%s", async (what, answer) => {
    // Only that one is waited for: a busy machine may need longer for the others.
    const limits = what === "no answer in time" ? { totalMs: 500 } : {};
    const { upstream, view } = await watched(answer, { limits });
    await view();
    await view();
    // A read whose connection breaks is sent once more.
    expect(upstream.seen).toHaveLength(what === "a dropped connection" ? 4 : 2);
  });

  it.each(["/sip", "/sip/7", "/voicemail", "/number/external/status?logins[]=a"])(
    "another operation: %s",
    async (path) => {
      const { upstream, proxy } = await watched();
      const answers = await Promise.all(
        [1, 2, 3].map(() => fetchAsApp(`${proxy.url}/api/v1${path}`)),
      );
      expect(answers.map(({ headers }) => headers.get("age"))).toEqual([null, null, null]);
      expect(upstream.seen).toHaveLength(3);
    },
  );

  it("what was there before a write", async () => {
    const { upstream, proxy, view } = await watched();
    await view();
    await fetchAsApp(`${proxy.url}/api/v1/sip/7`, { method: "DELETE" });
    await view();
    expect(upstream.seen.map(({ method }) => method)).toEqual(["GET", "DELETE", "GET"]);
  });

  it("what was there before the sandbox was switched", async () => {
    const { upstream } = await startPair(respondWith(good));
    const { proxy, view } = await watched(undefined, { sandboxUrl: upstream.url });
    for (const method of ["PUT", "POST", "GET"]) {
      await view();
      await fetchAsApp(`${proxy.url}/__sandbox/faults`, { method });
    }
    await view();
    const asked = upstream.seen.filter(({ target }) => target.includes("statuses"));
    expect(asked).toHaveLength(3);
  });
});

it("the request is let go when its only viewer leaves, and nobody is blamed", async () => {
  const browser = new AbortController();
  const entries: LogEntry[] = [];
  const left = new EventEmitter();
  const gone = once(left, "close");
  const { view } = await watched(
    (_, response) => {
      response.on("close", () => left.emit("close"));
      browser.abort();
    },
    { log: (entry) => entries.push(entry) },
  );
  await expect(view({ signal: browser.signal })).rejects.toThrow("aborted");
  await gone;
  expect(entries).toMatchObject([{ level: "info", status: 499, problem: "left" }]);
});
