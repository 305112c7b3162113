import { openDB } from "idb";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Log, MAX_CHANGES, openLog } from "./log.ts";
import { MAX_AGE_MS, type ObservedState } from "./observe.ts";
import type { WatchDB } from "./store.ts";
import { stubStorage } from "./testing/storage.ts";

const T = Date.UTC(2026, 10, 21, 11, 0);
const STEP = 15_000;
const NAME = "pult-watch-test";
let now = T;
const clock = () => now;
const open = () => openLog(NAME, clock);
const who = (account: number) => ({ name: `Кабинет ${account}`, extension: 200 + account });

/** A poll at this time, or at another. */
const addSnapshot = (log: Log, states: Record<number, ObservedState>, at = now) =>
  log.add({
    at,
    states: new Map(Object.entries(states).map(([id, state]) => [Number(id), state])),
    who,
  });

/** What is written while this runs, by store. */
async function countWrites(action: () => Promise<unknown>) {
  const put = vi.spyOn(IDBObjectStore.prototype, "put");
  const add = vi.spyOn(IDBObjectStore.prototype, "add");
  const gone = vi.spyOn(IDBObjectStore.prototype, "delete");
  await action();
  const writes = [...put.mock.contexts, ...add.mock.contexts, ...gone.mock.contexts];
  vi.restoreAllMocks();
  return writes.map((store) => (store as IDBObjectStore).name);
}

const everybody = (state: ObservedState) =>
  new Map(Array.from({ length: 1001 }, (_, id) => [id, state]));

/** Writes changes into the storage of an empty log, by the time of each. */
async function fill(count: number, at: (index: number) => number) {
  (await open()).close();
  const db = await openDB<WatchDB>(NAME);
  const { store, done } = db.transaction("changes", "readwrite");
  for (let index = 0; index < count; index++) {
    const change = { account: index, ...who(index), from: "online", to: "offline" } as const;
    void store.add({ ...change, at: at(index), after: at(index) - STEP });
  }
  await done;
  db.close();
}

beforeEach(() => {
  now = T;
  stubStorage();
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("one tab", () => {
  it("restores what it knew after a reload, and continues the same watch", async () => {
    const first = await open();
    await addSnapshot(first, { 1: "online", 2: "offline" });
    now += STEP;
    const logged = await addSnapshot(first, { 1: "offline", 2: "offline" });
    expect(logged).toMatchObject([
      { account: 1, from: "online", to: "offline", at: now, after: T },
    ]);
    first.close();

    const again = await open();
    expect(again.known()).toEqual(first.known());
    now += STEP;
    expect(await addSnapshot(again, { 1: "offline", 2: "offline" })).toEqual([]);
    expect(again.known().sightings.get(2)?.since).toBe(T);
    expect(again.known().sightings.get(1)?.exact).toBe(true);
  });

  it("writes only the poll's time when 5,000 accounts did not change", async () => {
    const log = await open();
    const states = Object.fromEntries(Array.from({ length: 5000 }, (_, id) => [id, "online"]));
    await addSnapshot(log, states as Record<number, ObservedState>);
    const before = log.known();
    now += STEP;
    const writes = await countWrites(() =>
      addSnapshot(log, states as Record<number, ObservedState>),
    );
    expect(writes).toEqual(["meta"]);
    expect(log.known().sightings).toBe(before.sightings);
    expect(log.known().changes).toBe(before.changes);
  });

  it("writes one account when one changed", async () => {
    const log = await open();
    await addSnapshot(log, { 1: "online", 2: "online" });
    now += STEP;
    const writes = await countWrites(() => addSnapshot(log, { 1: "online", 2: "offline" }));
    expect(writes.sort()).toEqual(["changes", "meta", "sightings"]);
  });

  it("deletes an account that was not seen for a week from the storage", async () => {
    const log = await open();
    await addSnapshot(log, { 1: "online", 2: "online" });
    now += MAX_AGE_MS + 1;
    await addSnapshot(log, { 2: "online" });
    expect((await open()).known().sightings.has(1)).toBe(false);
  });

  it("returns the changes of one account, and all, newest first", async () => {
    const log = await open();
    for (const state of ["online", "offline", "online", "offline"] as const) {
      now += STEP;
      await addSnapshot(log, { 1: state, 2: "online", 3: state });
    }
    const mine = await log.changesOf(1, 2);
    expect(mine.map(({ to, at }) => [to, at])).toEqual([
      ["offline", now],
      ["online", now - STEP],
    ]);
    const all = await log.allChanges();
    expect(all).toHaveLength(6);
    expect(all).toEqual(log.known().changes);
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).sort((a, b) => b - a));
  });
});

describe("two tabs", () => {
  it("never log a change twice", async () => {
    const [one, two] = [await open(), await open()];
    await addSnapshot(one, { 1: "online" });
    now += 1000;
    await addSnapshot(two, { 1: "online" });
    now += 1000;
    const [first, second] = await Promise.all([
      addSnapshot(one, { 1: "offline" }, now - 500),
      addSnapshot(two, { 1: "offline" }),
    ]);
    expect(first).toHaveLength(1);
    expect(second).toEqual([]);
    expect(await one.allChanges()).toHaveLength(1);
    expect(two.known().changes).toHaveLength(1);
    expect(two.known().sightings).toEqual(one.known().sightings);
  });

  it("each continue the other's watch", async () => {
    const [one, two] = [await open(), await open()];
    await addSnapshot(one, { 1: "offline" });
    // The first is hidden for an hour; the second continues to watch.
    for (let minute = 0; minute < 60; minute++) {
      now += 60_000;
      await addSnapshot(two, { 1: "offline" });
    }
    now += STEP;
    await addSnapshot(one, { 1: "offline" });
    expect(one.known().sightings.get(1)).toEqual({ state: "offline", since: T, exact: false });
  });

  it("ignore a poll that is older than a stored one", async () => {
    const [one, two] = [await open(), await open()];
    await addSnapshot(one, { 1: "online" });
    now += STEP;
    await addSnapshot(two, { 1: "offline" });
    expect(await addSnapshot(one, { 1: "online" }, now - 1000)).toEqual([]);
    expect(one.known().sightings.get(1)?.state).toBe("offline");
    expect(await one.allChanges()).toHaveLength(1);
  });

  it("reread the storage only after a relevant write", async () => {
    const [one, two] = [await open(), await open()];
    await addSnapshot(one, { 1: "online" });
    now += STEP;
    await addSnapshot(two, { 1: "online" });
    const before = two.known().sightings;
    now += STEP;
    await addSnapshot(one, { 1: "online" });
    now += STEP;
    const reads = vi.spyOn(IDBObjectStore.prototype, "getAll");
    await addSnapshot(two, { 1: "online" });
    expect(reads).not.toHaveBeenCalled();
    expect(two.known().sightings).toBe(before);
  });
});

describe("a clock that was set back", () => {
  it("is followed at once", async () => {
    const log = await open();
    await addSnapshot(log, { 1: "online" });
    now -= 3_600_000;
    await addSnapshot(log, { 1: "offline" });
    expect(log.known().sightings.get(1)).toEqual({ state: "offline", since: now, exact: false });
  });
});

describe("what is stored", () => {
  it("is a week, pruned when the log is opened and once an hour", async () => {
    await fill(3, (index) => T - MAX_AGE_MS + (index - 1) * 60_000);
    const log = await open();
    const left = async () => (await log.allChanges()).map(({ account }) => account);
    await addSnapshot(log, {});
    expect(await left()).toEqual([2, 1]);
    now += 30 * 60_000;
    await addSnapshot(log, {});
    expect(await left()).toEqual([2, 1]);
    now += 31 * 60_000;
    await addSnapshot(log, {});
    expect(await left()).toEqual([]);
  });

  it("is limited to the newest 10,000 changes", async () => {
    await fill(MAX_CHANGES + 3, (index) => T - MAX_CHANGES + index - 3);
    const log = await open();
    await addSnapshot(log, {});
    const all = await log.allChanges();
    expect(all).toHaveLength(MAX_CHANGES);
    expect(all.at(-1)?.account).toBe(3);
    // Many changes at once are pruned without waiting for an hour.
    for (const state of ["online", "offline"] as const) {
      now += STEP;
      await log.add({ at: now, states: everybody(state), who });
    }
    expect(await log.allChanges()).toHaveLength(MAX_CHANGES);
  });
});
