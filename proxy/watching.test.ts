import { EventEmitter, once } from "node:events";
import type { RequestListener } from "node:http";
import { describe, expect, it } from "vitest";
import { operationList } from "#api/operations.ts";
import { samples } from "#api/samples/index.ts";
import { listSipStatuses } from "#api/sip.ts";
import type { LogEntry } from "./log.ts";
import { fetchAsApp, startPair, TOKEN } from "./testing/proxy.ts";

const good = JSON.stringify(samples.listSipStatuses.response);
const says =
  (body: string, status = 200): RequestListener =>
  (_, response) =>
    response.writeHead(status).end(body);

/** A proxy whose clock stands until told, before an upstream whose statuses are well. */
async function watched(answer = says(good), options: Parameters<typeof startPair>[1] = {}) {
  const clock = { now: 0 };
  const { proxy, upstream } = await startPair(answer, { now: () => clock.now, ...options });
  const look = (init?: RequestInit, query = "?page=1&limit=100") =>
    fetchAsApp(`${proxy.url}/api/v1/sip/statuses${query}`, init);
  const asking = (cacheControl: string) => look({ headers: { "cache-control": cacheControl } });
  return { clock, proxy, upstream, look, asking };
}

it("one operation is shared, for less than the shortest refresh of 5 s", () => {
  const shared = operationList.filter(({ shareMs }) => shareMs !== undefined);
  expect(shared).toEqual([listSipStatuses]);
  expect(listSipStatuses.shareMs).toBeLessThan(5_000);
});

describe("an answer that is shared", () => {
  it("serves any number of viewers and says its age", async () => {
    const { clock, upstream, look } = await watched();
    const answers = await Promise.all(Array.from({ length: 50 }, () => look()));
    for (const answer of answers) {
      expect([answer.status, answer.headers.get("age")]).toEqual([200, "0"]);
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(await answer.text()).toBe(good);
    }
    clock.now = 3_999;
    expect((await look()).headers.get("age")).toBe("3");
    expect(upstream.seen).toHaveLength(1);
    clock.now = 4_000;
    expect((await look()).headers.get("age")).toBe("0");
    expect(upstream.seen).toHaveLength(2);
  });

  it("is asked for without the language or the wish of one viewer", async () => {
    const { upstream, look } = await watched();
    await look({ headers: { "accept-language": "ru", "cache-control": "no-cache" } });
    await look({ headers: { "accept-language": "en" } });
    expect(upstream.seen).toHaveLength(1);
    expect(Object.keys(upstream.seen[0]?.headers ?? {}).sort()).toEqual(
      ["accept", "authorization", "client", "connection", "content-type", "host"].sort(),
    );
  });

  it("is not that of another query; the order of its keys is no other", async () => {
    const { upstream, look } = await watched();
    for (const query of ["", "?page=1", "?page=2", "?page=2&limit=100"]) await look({}, query);
    expect(upstream.seen).toHaveLength(4);
    await look({}, "?limit=100&other=1&page=2");
    expect(upstream.seen).toHaveLength(4);
  });

  it("is not that of another sandbox office", async () => {
    const { upstream } = await startPair(says(good));
    const { look } = await watched(undefined, { sandboxUrl: upstream.url });
    for (const office of ["a", "b", "a"]) await look({ headers: { "x-sandbox-office": office } });
    await look();
    const offices = upstream.seen.map(({ headers }) => headers["x-sandbox-office"]);
    expect(offices).toEqual(["a", "b", undefined]);
  });

  it("is covered like any other, each time", async () => {
    const text = JSON.stringify({ ...samples.listSipStatuses.response, note: TOKEN });
    const { upstream, look } = await watched(says(text));
    for (const answer of [await look(), await look()]) {
      expect(await answer.text()).toBe(text.replace(TOKEN, "***"));
    }
    expect(upstream.seen).toHaveLength(1);
  });
});

describe("a viewer that says what it accepts", () => {
  it.each(["max-age=9", "max-age=9, only-if-cached", "Max-Age=9"])(
    "%s: less than that",
    async (wish) => {
      const { clock, upstream, asking } = await watched();
      await asking(wish);
      clock.now = 8_999;
      expect((await asking(wish)).headers.get("age")).toBe("8");
      expect(upstream.seen).toHaveLength(1);
      clock.now = 9_000;
      await asking(wish);
      expect(upstream.seen).toHaveLength(2);
    },
  );

  it.each(["no-cache", "no-store", "max-age=0", "no-cache, max-age=9", "max-age=9,NO-CACHE"])(
    "%s: nothing kept for a second, and what it gets serves the others",
    async (wish) => {
      const { clock, upstream, look, asking } = await watched();
      await look();
      clock.now = 999;
      expect((await asking(wish)).headers.get("age")).toBe("0");
      expect(upstream.seen).toHaveLength(1);
      clock.now = 1_000;
      await asking(wish);
      expect(upstream.seen).toHaveLength(2);
      clock.now = 3_999;
      expect((await look()).headers.get("age")).toBe("2");
      expect(upstream.seen).toHaveLength(2);
    },
  );

  it.each(["max-age=99999", "max-age=999999999"])("%s: a minute at most", async (wish) => {
    const { clock, upstream, asking } = await watched();
    await asking(wish);
    clock.now = 59_999;
    await asking(wish);
    expect(upstream.seen).toHaveLength(1);
    clock.now = 60_000;
    await asking(wish);
    expect(upstream.seen).toHaveLength(2);
  });

  it.each(["max-age=-9", "max-age=x", "max-age", "max-age=9999999999", "public", ","])(
    "%s: as one that says nothing",
    async (wish) => {
      const { clock, upstream, asking } = await watched();
      await asking(wish);
      clock.now = 3_999;
      await asking(wish);
      expect(upstream.seen).toHaveLength(1);
      clock.now = 4_000;
      await asking(wish);
      expect(upstream.seen).toHaveLength(2);
    },
  );
});

describe("what is never kept", () => {
  const failures: [string, RequestListener][] = [
    ["500", says('{"message":"Server Error"}', 500)],
    ["503 with a list", says(good, 503)],
    ["429", says('{"message":"Too Many Attempts."}', 429)],
    ["401", says('{"message":"Unauthenticated."}', 401)],
    ["201", says(good, 201)],
    ["204", says("", 204)],
    ["a redirect", says("", 302)],
    ["a page of HTML", says("<html>Maintenance</html>")],
    ["cut JSON", says(good.slice(0, -9))],
    ["success: false", says(good.replace('"success":true', '"success":false'))],
    ["a hidden code", says('{"code":500,"message":"User not found","data":[]}')],
    ["no list", says('{"success":true}')],
    ["nothing", says("")],
    ["a dropped connection", (request) => request.socket.destroy()],
    ["no answer in time", () => undefined],
  ];

  it.each(failures)("%s", async (what, answer) => {
    // Only that one is waited for: a busy machine may need longer for the others.
    const limits = what === "no answer in time" ? { totalMs: 500 } : {};
    const { upstream, look } = await watched(answer, { limits });
    await look();
    await look();
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
    const { upstream, proxy, look } = await watched();
    await look();
    await fetchAsApp(`${proxy.url}/api/v1/sip/7`, { method: "DELETE" });
    await look();
    expect(upstream.seen.map(({ method }) => method)).toEqual(["GET", "DELETE", "GET"]);
  });

  it("what was there before the sandbox was switched", async () => {
    const { upstream } = await startPair(says(good));
    const { proxy, look } = await watched(undefined, { sandboxUrl: upstream.url });
    for (const method of ["PUT", "POST", "GET"]) {
      await look();
      await fetchAsApp(`${proxy.url}/__sandbox/faults`, { method });
    }
    await look();
    const asked = upstream.seen.filter(({ target }) => target.includes("statuses"));
    expect(asked).toHaveLength(3);
  });
});

it("the request is let go when its only viewer leaves, and nobody is blamed", async () => {
  const browser = new AbortController();
  const entries: LogEntry[] = [];
  const left = new EventEmitter();
  const gone = once(left, "close");
  const { look } = await watched(
    (_, response) => {
      response.on("close", () => left.emit("close"));
      browser.abort();
    },
    { log: (entry) => entries.push(entry) },
  );
  await expect(look({ signal: browser.signal })).rejects.toThrow("aborted");
  await gone;
  expect(entries).toMatchObject([{ level: "info", status: 499, problem: "left" }]);
});
