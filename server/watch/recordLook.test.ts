import { beforeAll, beforeEach, expect, it } from "vitest";
import type { WatchedState } from "#api/history.ts";
import type { Store } from "#server/store/store.ts";
import { describeOnEachEngine } from "#server/store/testing/engines.ts";
import { takeLease } from "./lease.ts";
import { KEPT_DAYS, prune } from "./prune.ts";
import { readHistory, readWatched } from "./readHistory.ts";
import { readKnown, recordFailure, recordLook } from "./recordLook.ts";
import { emptyWatch } from "./testing/emptyWatch.ts";

const NOON = Date.UTC(2026, 0, 15, 12);
const EVERY_MS = 30_000;
const LIMITS = { holder: "one", gapMs: 2.5 * EVERY_MS };
const DAY_MS = 24 * 60 * 60_000;

/** `12:00:30.000Z` of the day on which the tests begin. */
const at = (ms: number) => new Date(NOON + ms).toISOString();

/** Looks one after another, each at milliseconds after noon. */
function lookingAt(store: Store, kind: "sip" | "external" = "sip") {
  return async (ms: number, states: Record<number, WatchedState>) => {
    const entries = Object.entries(states).map(([id, state]) => [Number(id), state] as const);
    const look = { kind, at: NOON + ms, states: new Map(entries) };
    return recordLook(store, look, await readKnown(store, kind), LIMITS);
  };
}

const takeLeaseOf = (store: Store, holder = "one") =>
  store.use((db, kind) => takeLease(db, kind, holder));

const history = (store: Store, from: number, to: number) =>
  readHistory(store, { kind: "sip", id: 25 }, { from: at(from), to: at(to) }, NOON + to);

describeOnEachEngine("the watch's history", (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await engine.open();
  });
  beforeEach(() => emptyWatch(store));

  it("stores changes and no samples", async () => {
    const look = lookingAt(store);
    await look(0, { 25: "online", 26: "offline" });
    await look(30_000, { 25: "online", 26: "offline" });
    const { changes } = (await look(60_000, { 25: "offline", 26: "offline" })) ?? {};
    expect(changes).toEqual([
      { kind: "sip", id: 25, from: "online", to: "offline", at: NOON + 60_000, exact: true },
    ]);
    await look(90_000, { 25: "offline", 26: "offline" });
    const rows = await store.use((db) => db.selectFrom("watch_changes").selectAll().execute());
    expect(rows).toHaveLength(3);
    expect(await history(store, 10_000, 100_000)).toEqual({
      before: { at: at(0), state: "online" },
      changes: [{ at: at(60_000), state: "offline" }],
      gaps: [],
      lookedAt: at(90_000),
    });
  });

  it("stores a time in which nobody looked as a gap, and what it hides as inexact", async () => {
    const look = lookingAt(store);
    await look(0, { 25: "online", 26: "online" });
    await look(600_000, { 25: "offline", 26: "online" });
    expect((await history(store, 0, 700_000)).gaps).toEqual([
      { from: at(0), to: at(600_000), reason: "stopped" },
    ]);
    // Cut to the time that was asked for.
    expect((await history(store, 300_000, 400_000)).gaps).toEqual([
      { from: at(300_000), to: at(400_000), reason: "stopped" },
    ]);
    expect((await readWatched(store, {}, EVERY_MS)).items).toEqual([
      {
        kind: "sip",
        id: 25,
        state: "offline",
        since: at(600_000),
        exact: false,
        before: { state: "online", at: at(0) },
      },
      {
        kind: "sip",
        id: 26,
        state: "online",
        since: at(0),
        exact: false,
        before: null,
      },
    ]);
    expect((await readWatched(store, {}, EVERY_MS)).gaps).toEqual([
      { kind: "sip", from: at(0), to: at(600_000), reason: "stopped" },
    ]);
    const later = await readWatched(store, { after: at(0) }, EVERY_MS);
    expect(later.items.map(({ id }) => id)).toEqual([25]);
  });

  it("says that the provider did not answer, also while it still can't", async () => {
    const look = lookingAt(store);
    await look(0, { 25: "online" });
    await recordFailure(store, "sip", NOON + 30_000, "one");
    await recordFailure(store, "sip", NOON + 60_000, "one");
    const open = await history(store, 0, 90_000);
    expect(open.gaps).toEqual([{ from: at(0), to: at(90_000), reason: "unreadable" }]);
    expect(await readWatched(store, {}, EVERY_MS)).toMatchObject({
      lookedAt: at(0),
      unreadableSince: at(30_000),
    });
    await look(120_000, { 25: "online" });
    const { gaps } = await history(store, 0, 150_000);
    expect(gaps).toEqual([{ from: at(0), to: at(120_000), reason: "unreadable" }]);
    expect(await readWatched(store, {}, EVERY_MS)).toMatchObject({ unreadableSince: null });
  });

  it("says since when the provider does not answer that never could, and begins with the first look", async () => {
    await takeLeaseOf(store);
    await recordFailure(store, "sip", NOON, "one");
    await recordFailure(store, "sip", NOON + 30_000, "one");
    expect(await readWatched(store, {}, EVERY_MS)).toMatchObject({
      lookedAt: null,
      unreadableSince: at(0),
    });
    expect(await history(store, 0, 60_000)).toMatchObject({ gaps: [], lookedAt: null });
    await lookingAt(store)(60_000, { 25: "online" });
    expect(await readWatched(store, {}, EVERY_MS)).toMatchObject({
      items: [{ id: 25, since: at(60_000), exact: false, before: null }],
      gaps: [],
      lookedAt: at(60_000),
      unreadableSince: null,
    });
  });

  it("draws no gap after one look that failed", async () => {
    const look = lookingAt(store);
    await look(0, { 25: "online" });
    await recordFailure(store, "sip", NOON + 30_000, "one");
    await look(60_000, { 25: "offline" });
    expect((await history(store, 0, 90_000)).gaps).toEqual([]);
  });

  it("knows nothing of the time in which the provider does not list an account", async () => {
    const look = lookingAt(store);
    await look(0, { 25: "online" });
    await look(30_000, {});
    expect((await readWatched(store, {}, EVERY_MS)).items).toEqual([]);
    await look(60_000, { 25: "online" });
    expect(await history(store, 0, 90_000)).toMatchObject({
      changes: [
        { at: at(0), state: "online" },
        { at: at(60_000), state: "online" },
      ],
      gaps: [{ from: at(30_000), to: at(60_000), reason: "absent" }],
    });
  });

  it("keeps kinds apart, whose ids may be equal", async () => {
    await lookingAt(store)(0, { 25: "online" });
    await lookingAt(store, "external")(10_000, { 25: "offline" });
    const { changes } = await history(store, 0, 60_000);
    expect(changes).toEqual([{ at: at(0), state: "online" }]);
  });

  it("stores nothing for an instance that has lost the watch, and nothing twice", async () => {
    const look = lookingAt(store);
    await look(0, { 25: "online" });
    const stale = await readKnown(store, "sip");
    expect(await takeLeaseOf(store, "two")).toBe(false);
    await store.use((db) => db.updateTable("watch_lease").set({ until_at: 0 }).execute());
    expect(await takeLeaseOf(store, "two")).toBe(true);
    const other = {
      kind: "sip",
      at: NOON + 30_000,
      states: new Map([[25, "offline" as const]]),
    } as const;
    expect(await recordLook(store, other, stale, LIMITS)).toBeUndefined();
    expect(await recordLook(store, other, stale, { ...LIMITS, holder: "two" })).toBeDefined();
    const rows = await store.use((db) => db.selectFrom("watch_changes").selectAll().execute());
    expect(rows).toHaveLength(2);
  });

  it("goes on where a clock was set back", async () => {
    const look = lookingAt(store);
    await look(60_000, { 25: "online" });
    expect((await look(0, { 25: "offline" }))?.changes).toEqual([]);
    await look(90_000, { 25: "offline" });
    expect((await history(store, 0, 100_000)).changes.at(-1)).toEqual({
      at: at(90_000),
      state: "offline",
    });
  });

  it("forgets what is older than it is kept, in parts", async () => {
    const old = NOON - (KEPT_DAYS + 1) * DAY_MS;
    const rows = Array.from({ length: 12_000 }, (_, index) => ({
      kind: "sip" as const,
      object_id: 25,
      at: old + index,
      state: "online" as const,
    }));
    await store.use(async (db) => {
      for (let from = 0; from < rows.length; from += 1_000) {
        // oxlint-disable-next-line no-await-in-loop -- one connection
        await db
          .insertInto("watch_changes")
          .values(rows.slice(from, from + 1_000))
          .execute();
      }
    });
    await lookingAt(store)(0, { 25: "online" });
    await prune(store, NOON);
    const left = await store.use((db) => db.selectFrom("watch_changes").select("at").execute());
    expect(left).toEqual([{ at: NOON }]);
  });
});
