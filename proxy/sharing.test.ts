import { describe, expect, it } from "vitest";
import { LEAST_AGE_MS, MOST_AGE_MS, MOST_KEPT } from "./sharing.ts";
import { heldSharing, page, settled, statuses } from "./testing/heldUpstream.ts";

const write = { ...statuses(), method: "DELETE" as const };

/** Sharing that holds one answer, "old", which was asked for at 0 and came at `cameAt`. */
async function withKept(cameAt = 0) {
  const all = heldSharing();
  const first = all.look();
  all.clock.now = cameAt;
  all.held[0]?.answer("old");
  await first;
  return all;
}

describe("a request in flight", () => {
  it("is one for any number of viewers", async () => {
    const { held, look } = heldSharing();
    const looks = Array.from({ length: 50 }, () => look());
    expect(held).toHaveLength(1);
    held[0]?.answer("A");
    const answers = await Promise.all(looks);
    expect(new Set(answers.map(({ answer }) => answer.body.toString()))).toEqual(
      new Set([page("A").toString()]),
    );
  });

  it("is joined by who accepts nothing kept", async () => {
    const { held, look } = heldSharing();
    const looks = [look(), look({ acceptMs: 0 }), look({ acceptMs: 0 })];
    held[0]?.answer("A");
    await Promise.all(looks);
    expect(held).toHaveLength(1);
  });

  it("is another for another query", async () => {
    const { held, look } = heldSharing();
    const looks = [look({ key: "1" }), look({ key: "2" })];
    expect(held).toHaveLength(2);
    held[1]?.answer("B");
    held[0]?.answer("A");
    const [a, b] = await Promise.all(looks);
    expect([a?.answer.body, b?.answer.body]).toEqual([page("A"), page("B")]);
  });

  it("fails for all who wait, and for nobody later", async () => {
    const { held, look } = heldSharing();
    const looks = [look(), look(), look()].map((one) => one.catch((error: Error) => error.name));
    held[0]?.fail();
    expect(await Promise.all(looks)).toEqual(["ProxyError", "ProxyError", "ProxyError"]);
    expect(held).toHaveLength(1);
    const later = look();
    held[1]?.answer("A");
    expect((await later).answer.body).toEqual(page("A"));
  });

  it("goes on when one of two viewers leaves", async () => {
    const { held, look } = heldSharing();
    const browser = new AbortController();
    const leaver = look({ signal: browser.signal });
    const stayer = look();
    browser.abort();
    await expect(leaver).rejects.toMatchObject({ name: "ProxyError" });
    expect(held[0]?.state).toBe("open");
    held[0]?.answer("A");
    expect((await stayer).answer.body).toEqual(page("A"));
  });

  it("is let go when all have left; who comes then starts over", async () => {
    const { held, look } = heldSharing();
    const browser = new AbortController();
    const looks = [look({ signal: browser.signal }), look({ signal: browser.signal })];
    browser.abort();
    const left = await Promise.allSettled(looks);
    expect(left.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    expect(held[0]?.state).toBe("let go");
    const next = look();
    expect(held).toHaveLength(2);
    held[1]?.answer("A");
    expect((await next).answer.body).toEqual(page("A"));
  });

  it("is not joined once it is let go", async () => {
    const { held, look } = heldSharing();
    const browser = new AbortController();
    const leaver = look({ signal: browser.signal }).catch(() => look());
    browser.abort();
    await settled();
    held[1]?.answer("A");
    expect(await leaver).toMatchObject({ answer: { body: page("A") } });
  });

  it("is none for a viewer who has left", async () => {
    const { held, look } = heldSharing();
    await expect(look({ signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: "ProxyError",
    });
    expect(held).toEqual([]);
  });
});

describe("a kept answer", () => {
  it("serves for as long as is accepted and not longer, counted from the asking", async () => {
    const { held, clock, look } = await withKept(1_500);
    clock.now = 3_999;
    expect(await look()).toMatchObject({ ageMs: 3_999, answer: { body: page("old") } });
    expect(held).toHaveLength(1);
    clock.now = 4_000;
    const next = look();
    expect(held).toHaveLength(2);
    held[1]?.answer("new");
    expect(await next).toMatchObject({ ageMs: 0, answer: { body: page("new") } });
  });

  it("says the age of an answer that was long on its way", async () => {
    const { clock, held, look } = heldSharing();
    const first = look();
    clock.now = 2_500;
    held[0]?.answer();
    expect((await first).ageMs).toBe(2_500);
  });

  it("is replaced by what a viewer got who accepts none", async () => {
    const { held, clock, look } = await withKept();
    clock.now = LEAST_AGE_MS;
    const fresh = look({ acceptMs: 0 });
    held[1]?.answer("new");
    await fresh;
    expect((await look()).answer.body).toEqual(page("new"));
    expect(held).toHaveLength(2);
  });

  it("serves for a second also those who accept none, but never across a write", async () => {
    const { held, clock, look, pass } = await withKept();
    clock.now = LEAST_AGE_MS - 1;
    expect(await look({ acceptMs: 0 })).toMatchObject({ answer: { body: page("old") } });
    expect(held).toHaveLength(1);
    const writing = pass(write);
    held[1]?.answer();
    await writing;
    const next = look({ acceptMs: 0 });
    held[2]?.answer("new");
    expect((await next).answer.body).toEqual(page("new"));
  });

  it("is gone when it is past any use", async () => {
    const { held, clock, look } = await withKept();
    clock.now = MOST_AGE_MS - 1;
    await look({ acceptMs: Infinity });
    expect(held).toHaveLength(1);
    clock.now = MOST_AGE_MS;
    void look({ acceptMs: Infinity });
    expect(held).toHaveLength(2);
  });

  it("is gone when the clock was put back, and no age is negative", async () => {
    const { held, clock, look } = await withKept();
    clock.now = -1;
    const next = look();
    expect(held).toHaveLength(2);
    clock.now = -60_000;
    held[1]?.answer("new");
    expect(await next).toMatchObject({ ageMs: 0, answer: { body: page("new") } });
  });

  it("is one of a bounded number, of which the oldest leave", async () => {
    const { held, clock, look } = heldSharing();
    const fetched = async (key: number) => {
      const one = look({ key: String(key), acceptMs: 0 });
      held.at(-1)?.answer();
      await one;
    };
    for (let key = 1; key <= MOST_KEPT; key++) await fetched(key);
    clock.now = LEAST_AGE_MS;
    await fetched(1);
    await fetched(MOST_KEPT + 1);
    const asked = held.length;
    for (const key of [1, 3, MOST_KEPT, MOST_KEPT + 1]) await look({ key: String(key) });
    expect(held).toHaveLength(asked);
    void look({ key: "2" });
    expect(held).toHaveLength(asked + 1);
  });

  it("is none of more than 256 KiB", async () => {
    const { held, look } = heldSharing();
    const large = look();
    held[0]?.answer("x".repeat(256 * 1024));
    await large;
    void look();
    expect(held).toHaveLength(2);
  });
});

describe("a write that passes", () => {
  it.each(["answer", "fail"] as const)(
    "drops what is kept, also when it ends by: %s",
    async (end) => {
      const { held, pass, look } = await withKept();
      const writing = pass(write).catch(() => undefined);
      held[1]?.[end]();
      await writing;
      const next = look();
      expect(held).toHaveLength(3);
      held[2]?.answer("new");
      expect((await next).answer.body).toEqual(page("new"));
    },
  );

  it("keeps nothing of a request sent before its end, and lets nobody join it", async () => {
    const { held, pass, look } = heldSharing();
    const before = look();
    const writing = pass(write);
    held[1]?.answer();
    await writing;
    const after = [look(), look()];
    expect(held).toHaveLength(2);
    held[0]?.answer("old");
    expect((await before).answer.body).toEqual(page("old"));
    await settled();
    expect(held).toHaveLength(3);
    held[2]?.answer("new");
    for (const { answer } of await Promise.all(after)) expect(answer.body).toEqual(page("new"));
    expect((await look()).answer.body).toEqual(page("new"));
  });

  it("makes nobody wait for a request that its viewers have left", async () => {
    const { held, pass, look } = heldSharing();
    const browser = new AbortController();
    const before = look({ signal: browser.signal });
    const writing = pass(write);
    held[1]?.answer();
    await writing;
    const after = look();
    browser.abort();
    await expect(before).rejects.toMatchObject({ name: "ProxyError" });
    await settled();
    held[2]?.answer("new");
    expect((await after).answer.body).toEqual(page("new"));
  });

  it("is not what a read is", async () => {
    const { held, pass, look } = await withKept();
    const reading = pass(statuses("other"));
    held[1]?.answer();
    await reading;
    expect((await look()).answer.body).toEqual(page("old"));
  });
});
