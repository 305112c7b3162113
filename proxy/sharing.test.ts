import { describe, expect, it } from "vitest";
import { MIN_AGE_MS, MAX_AGE_MS, MAX_CACHED } from "./sharing.ts";
import { heldSharing, page, flushPromises } from "./testing/heldUpstream.ts";

/** Sharing with one cached response, "old", requested at 0 and received at `respondedAt`. */
async function withCachedResponse(respondedAt = 0) {
  const all = heldSharing();
  const first = all.getShared();
  all.clock.now = respondedAt;
  all.held[0]?.respond("old");
  await first;
  return all;
}

describe("a request in flight", () => {
  it("is shared by any number of clients", async () => {
    const { held, getShared } = heldSharing();
    const results = Array.from({ length: 50 }, () => getShared());
    expect(held).toHaveLength(1);
    held[0]?.respond("A");
    const responses = await Promise.all(results);
    expect(new Set(responses.map(({ response }) => response.body.toString()))).toEqual(
      new Set([page("A").toString()]),
    );
  });

  it("is joined by a client that accepts no cached response", async () => {
    const { held, getShared } = heldSharing();
    const results = [getShared(), getShared({ maxAgeMs: 0 }), getShared({ maxAgeMs: 0 })];
    held[0]?.respond("A");
    await Promise.all(results);
    expect(held).toHaveLength(1);
  });

  it("is not shared with a request for another query", async () => {
    const { held, getShared } = heldSharing();
    const results = [getShared({ key: "1" }), getShared({ key: "2" })];
    expect(held).toHaveLength(2);
    held[1]?.respond("B");
    held[0]?.respond("A");
    const [a, b] = await Promise.all(results);
    expect([a?.response.body, b?.response.body]).toEqual([page("A"), page("B")]);
  });

  it("fails for all waiting clients, but not for later ones", async () => {
    const { held, getShared } = heldSharing();
    const results = [getShared(), getShared(), getShared()].map((one) =>
      one.catch((error: Error) => error.name),
    );
    held[0]?.fail();
    expect(await Promise.all(results)).toEqual(["ProxyError", "ProxyError", "ProxyError"]);
    expect(held).toHaveLength(1);
    const later = getShared();
    held[1]?.respond("A");
    expect((await later).response.body).toEqual(page("A"));
  });

  it("continues when one of two clients disconnects", async () => {
    const { held, getShared } = heldSharing();
    const client = new AbortController();
    const disconnected = getShared({ signal: client.signal });
    const connected = getShared();
    client.abort();
    await expect(disconnected).rejects.toMatchObject({ name: "ProxyError" });
    expect(held[0]?.state).toBe("open");
    held[0]?.respond("A");
    expect((await connected).response.body).toEqual(page("A"));
  });

  it("is aborted when all clients have disconnected; the next client starts a new one", async () => {
    const { held, getShared } = heldSharing();
    const client = new AbortController();
    const results = [getShared({ signal: client.signal }), getShared({ signal: client.signal })];
    client.abort();
    const settledResults = await Promise.allSettled(results);
    expect(settledResults.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(held[0]?.state).toBe("aborted");
    const fresh = getShared();
    expect(held).toHaveLength(2);
    held[1]?.respond("A");
    expect((await fresh).response.body).toEqual(page("A"));
  });

  it("is not joined once it is aborted", async () => {
    const { held, getShared } = heldSharing();
    const client = new AbortController();
    const disconnected = getShared({ signal: client.signal }).catch(() => getShared());
    client.abort();
    await flushPromises();
    held[1]?.respond("A");
    expect(await disconnected).toMatchObject({ response: { body: page("A") } });
  });

  it("is not started for a client that has already disconnected", async () => {
    const { held, getShared } = heldSharing();
    await expect(getShared({ signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: "ProxyError",
    });
    expect(held).toEqual([]);
  });
});

describe("a cached response", () => {
  it("serves up to the accepted age, counted from its request", async () => {
    const { held, clock, getShared } = await withCachedResponse(1_500);
    clock.now = 3_999;
    expect(await getShared()).toMatchObject({ ageMs: 3_999, response: { body: page("old") } });
    expect(held).toHaveLength(1);
    clock.now = 4_000;
    const fresh = getShared();
    expect(held).toHaveLength(2);
    held[1]?.respond("new");
    expect(await fresh).toMatchObject({ ageMs: 0, response: { body: page("new") } });
  });

  it("has an age that includes the duration of its request", async () => {
    const { clock, held, getShared } = heldSharing();
    const first = getShared();
    clock.now = 2_500;
    held[0]?.respond();
    expect((await first).ageMs).toBe(2_500);
  });

  it("is replaced by the response to a client that accepts no cached one", async () => {
    const { held, clock, getShared } = await withCachedResponse();
    clock.now = MIN_AGE_MS;
    const fresh = getShared({ maxAgeMs: 0 });
    held[1]?.respond("new");
    await fresh;
    expect((await getShared()).response.body).toEqual(page("new"));
    expect(held).toHaveLength(2);
  });

  it("serves for one second even clients that accept none, but never after a write", async () => {
    const { held, clock, getShared, invalidate } = await withCachedResponse();
    clock.now = MIN_AGE_MS - 1;
    expect(await getShared({ maxAgeMs: 0 })).toMatchObject({ response: { body: page("old") } });
    expect(held).toHaveLength(1);
    invalidate();
    const fresh = getShared({ maxAgeMs: 0 });
    held[1]?.respond("new");
    expect((await fresh).response.body).toEqual(page("new"));
  });

  it("expires at the maximum age", async () => {
    const { held, clock, getShared } = await withCachedResponse();
    clock.now = MAX_AGE_MS - 1;
    await getShared({ maxAgeMs: Infinity });
    expect(held).toHaveLength(1);
    clock.now = MAX_AGE_MS;
    void getShared({ maxAgeMs: Infinity });
    expect(held).toHaveLength(2);
  });

  it("is dropped when the clock is set back, and its age is never negative", async () => {
    const { held, clock, getShared } = await withCachedResponse();
    clock.now = -1;
    const fresh = getShared();
    expect(held).toHaveLength(2);
    clock.now = -60_000;
    held[1]?.respond("new");
    expect(await fresh).toMatchObject({ ageMs: 0, response: { body: page("new") } });
  });

  it("is evicted, oldest first, when the cache is full", async () => {
    const { held, clock, getShared } = heldSharing();
    const fetchKey = async (key: number) => {
      const one = getShared({ key: String(key), maxAgeMs: 0 });
      held.at(-1)?.respond();
      await one;
    };
    for (let key = 1; key <= MAX_CACHED; key++) await fetchKey(key);
    clock.now = MIN_AGE_MS;
    await fetchKey(1);
    await fetchKey(MAX_CACHED + 1);
    const requestCount = held.length;
    for (const key of [1, 3, MAX_CACHED, MAX_CACHED + 1]) await getShared({ key: String(key) });
    expect(held).toHaveLength(requestCount);
    void getShared({ key: "2" });
    expect(held).toHaveLength(requestCount + 1);
  });

  it("is never larger than 256 KiB", async () => {
    const { held, getShared } = heldSharing();
    const large = getShared();
    held[0]?.respond("x".repeat(256 * 1024));
    await large;
    void getShared();
    expect(held).toHaveLength(2);
  });
});

describe("after a write", () => {
  it("no earlier cached response is served", async () => {
    const { held, invalidate, getShared } = await withCachedResponse();
    invalidate();
    const fresh = getShared();
    expect(held).toHaveLength(2);
    held[1]?.respond("new");
    expect((await fresh).response.body).toEqual(page("new"));
  });

  it("no client joins a request sent before it ended, and that response is not cached", async () => {
    const { held, invalidate, getShared } = heldSharing();
    const before = getShared();
    invalidate();
    const after = [getShared(), getShared()];
    expect(held).toHaveLength(1);
    held[0]?.respond("old");
    expect((await before).response.body).toEqual(page("old"));
    await flushPromises();
    expect(held).toHaveLength(2);
    held[1]?.respond("new");
    for (const { response } of await Promise.all(after)) expect(response.body).toEqual(page("new"));
    expect((await getShared()).response.body).toEqual(page("new"));
  });

  it("no client waits for an earlier request that was aborted", async () => {
    const { held, invalidate, getShared } = heldSharing();
    const client = new AbortController();
    const before = getShared({ signal: client.signal });
    invalidate();
    const after = getShared();
    client.abort();
    await expect(before).rejects.toMatchObject({ name: "ProxyError" });
    await flushPromises();
    held[1]?.respond("new");
    expect((await after).response.body).toEqual(page("new"));
  });
});
