import { describe, expect, it } from "vitest";
import { MIN_AGE_MS, MAX_AGE_MS, MAX_KEPT } from "./sharing.ts";
import { heldSharing, page, settled } from "./testing/heldUpstream.ts";

/** Sharing that holds one answer, "old", which was asked for at 0 and came at `cameAt`. */
async function withKept(cameAt = 0) {
  const all = heldSharing();
  const first = all.view();
  all.clock.now = cameAt;
  all.held[0]?.answer("old");
  await first;
  return all;
}

describe("a request in flight", () => {
  it("is one for any number of viewers", async () => {
    const { held, view } = heldSharing();
    const views = Array.from({ length: 50 }, () => view());
    expect(held).toHaveLength(1);
    held[0]?.answer("A");
    const answers = await Promise.all(views);
    expect(new Set(answers.map(({ response }) => response.body.toString()))).toEqual(
      new Set([page("A").toString()]),
    );
  });

  it("is joined by who accepts nothing kept", async () => {
    const { held, view } = heldSharing();
    const views = [view(), view({ acceptMs: 0 }), view({ acceptMs: 0 })];
    held[0]?.answer("A");
    await Promise.all(views);
    expect(held).toHaveLength(1);
  });

  it("is another for another query", async () => {
    const { held, view } = heldSharing();
    const views = [view({ key: "1" }), view({ key: "2" })];
    expect(held).toHaveLength(2);
    held[1]?.answer("B");
    held[0]?.answer("A");
    const [a, b] = await Promise.all(views);
    expect([a?.response.body, b?.response.body]).toEqual([page("A"), page("B")]);
  });

  it("fails for all who wait, and for nobody later", async () => {
    const { held, view } = heldSharing();
    const views = [view(), view(), view()].map((one) => one.catch((error: Error) => error.name));
    held[0]?.fail();
    expect(await Promise.all(views)).toEqual(["ProxyError", "ProxyError", "ProxyError"]);
    expect(held).toHaveLength(1);
    const later = view();
    held[1]?.answer("A");
    expect((await later).response.body).toEqual(page("A"));
  });

  it("goes on when one of two viewers leaves", async () => {
    const { held, view } = heldSharing();
    const browser = new AbortController();
    const leaver = view({ signal: browser.signal });
    const stayer = view();
    browser.abort();
    await expect(leaver).rejects.toMatchObject({ name: "ProxyError" });
    expect(held[0]?.state).toBe("open");
    held[0]?.answer("A");
    expect((await stayer).response.body).toEqual(page("A"));
  });

  it("is aborted when all have left; who comes then starts over", async () => {
    const { held, view } = heldSharing();
    const browser = new AbortController();
    const views = [view({ signal: browser.signal }), view({ signal: browser.signal })];
    browser.abort();
    const left = await Promise.allSettled(views);
    expect(left.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(held[0]?.state).toBe("aborted");
    const next = view();
    expect(held).toHaveLength(2);
    held[1]?.answer("A");
    expect((await next).response.body).toEqual(page("A"));
  });

  it("is not joined once it is aborted", async () => {
    const { held, view } = heldSharing();
    const browser = new AbortController();
    const leaver = view({ signal: browser.signal }).catch(() => view());
    browser.abort();
    await settled();
    held[1]?.answer("A");
    expect(await leaver).toMatchObject({ response: { body: page("A") } });
  });

  it("is none for a viewer who has left", async () => {
    const { held, view } = heldSharing();
    await expect(view({ signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: "ProxyError",
    });
    expect(held).toEqual([]);
  });
});

describe("a kept answer", () => {
  it("serves for as long as is accepted and not longer, counted from the asking", async () => {
    const { held, clock, view } = await withKept(1_500);
    clock.now = 3_999;
    expect(await view()).toMatchObject({ ageMs: 3_999, response: { body: page("old") } });
    expect(held).toHaveLength(1);
    clock.now = 4_000;
    const next = view();
    expect(held).toHaveLength(2);
    held[1]?.answer("new");
    expect(await next).toMatchObject({ ageMs: 0, response: { body: page("new") } });
  });

  it("says the age of an answer that was long on its way", async () => {
    const { clock, held, view } = heldSharing();
    const first = view();
    clock.now = 2_500;
    held[0]?.answer();
    expect((await first).ageMs).toBe(2_500);
  });

  it("is replaced by what a viewer got who accepts none", async () => {
    const { held, clock, view } = await withKept();
    clock.now = MIN_AGE_MS;
    const fresh = view({ acceptMs: 0 });
    held[1]?.answer("new");
    await fresh;
    expect((await view()).response.body).toEqual(page("new"));
    expect(held).toHaveLength(2);
  });

  it("serves for a second also those who accept none, but never across a write", async () => {
    const { held, clock, view, invalidate } = await withKept();
    clock.now = MIN_AGE_MS - 1;
    expect(await view({ acceptMs: 0 })).toMatchObject({ response: { body: page("old") } });
    expect(held).toHaveLength(1);
    invalidate();
    const next = view({ acceptMs: 0 });
    held[1]?.answer("new");
    expect((await next).response.body).toEqual(page("new"));
  });

  it("is gone when it is past any use", async () => {
    const { held, clock, view } = await withKept();
    clock.now = MAX_AGE_MS - 1;
    await view({ acceptMs: Infinity });
    expect(held).toHaveLength(1);
    clock.now = MAX_AGE_MS;
    void view({ acceptMs: Infinity });
    expect(held).toHaveLength(2);
  });

  it("is gone when the clock was put back, and no age is negative", async () => {
    const { held, clock, view } = await withKept();
    clock.now = -1;
    const next = view();
    expect(held).toHaveLength(2);
    clock.now = -60_000;
    held[1]?.answer("new");
    expect(await next).toMatchObject({ ageMs: 0, response: { body: page("new") } });
  });

  it("is one of a bounded number, of which the oldest leave", async () => {
    const { held, clock, view } = heldSharing();
    const fetched = async (key: number) => {
      const one = view({ key: String(key), acceptMs: 0 });
      held.at(-1)?.answer();
      await one;
    };
    for (let key = 1; key <= MAX_KEPT; key++) await fetched(key);
    clock.now = MIN_AGE_MS;
    await fetched(1);
    await fetched(MAX_KEPT + 1);
    const asked = held.length;
    for (const key of [1, 3, MAX_KEPT, MAX_KEPT + 1]) await view({ key: String(key) });
    expect(held).toHaveLength(asked);
    void view({ key: "2" });
    expect(held).toHaveLength(asked + 1);
  });

  it("is none of more than 256 KiB", async () => {
    const { held, view } = heldSharing();
    const large = view();
    held[0]?.answer("x".repeat(256 * 1024));
    await large;
    void view();
    expect(held).toHaveLength(2);
  });
});

describe("after a write", () => {
  it("nothing that was kept before serves", async () => {
    const { held, invalidate, view } = await withKept();
    invalidate();
    const next = view();
    expect(held).toHaveLength(2);
    held[1]?.answer("new");
    expect((await next).response.body).toEqual(page("new"));
  });

  it("nobody joins a request sent before its end, and its answer is not kept", async () => {
    const { held, invalidate, view } = heldSharing();
    const before = view();
    invalidate();
    const after = [view(), view()];
    expect(held).toHaveLength(1);
    held[0]?.answer("old");
    expect((await before).response.body).toEqual(page("old"));
    await settled();
    expect(held).toHaveLength(2);
    held[1]?.answer("new");
    for (const { response } of await Promise.all(after)) expect(response.body).toEqual(page("new"));
    expect((await view()).response.body).toEqual(page("new"));
  });

  it("nobody waits for a request that its viewers have left", async () => {
    const { held, invalidate, view } = heldSharing();
    const browser = new AbortController();
    const before = view({ signal: browser.signal });
    invalidate();
    const after = view();
    browser.abort();
    await expect(before).rejects.toMatchObject({ name: "ProxyError" });
    await settled();
    held[1]?.answer("new");
    expect((await after).response.body).toEqual(page("new"));
  });
});
