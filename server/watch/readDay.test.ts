import { beforeAll, beforeEach, expect, it } from "vitest";
import type { WatchedState } from "#api/history.ts";
import type { Store } from "#server/store/store.ts";
import { describeOnEachEngine } from "#server/store/testing/engines.ts";
import { readDay } from "./readDay.ts";
import { readKnown, recordFailure, recordLook } from "./recordLook.ts";
import { emptyWatch } from "./testing/emptyWatch.ts";

const NOON = Date.UTC(2026, 0, 15, 12);
const HOUR_MS = 60 * 60_000;
const LIMITS = { holder: "one", gapMs: 24 * HOUR_MS };

const at = (hours: number) => new Date(NOON + hours * HOUR_MS).toISOString();

async function look(store: Store, hours: number, states: Record<number, WatchedState>) {
  const entries = Object.entries(states).map(([id, state]) => [Number(id), state] as const);
  const seen = { kind: "sip" as const, at: NOON + hours * HOUR_MS, states: new Map(entries) };
  await recordLook(store, seen, await readKnown(store, "sip"), LIMITS);
}

describeOnEachEngine("how many were online through the day", (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await engine.open();
  });
  beforeEach(() => emptyWatch(store));

  it("is counted from what was before the day, with accounts that came and went", async () => {
    await look(store, -30, { 1: "online", 2: "online", 3: "offline" });
    await look(store, -20, { 1: "online", 2: "offline", 3: "offline" });
    await look(store, -10, { 1: "online", 2: "online", 3: "online", 4: "offline" });
    await look(store, -1, { 1: "online", 2: "online", 4: "offline" });
    const { points, ...day } = await readDay(store, NOON);
    expect(day).toEqual({ from: at(-24), gaps: [], lookedAt: at(-1) });
    expect(points).toEqual([
      { at: at(-24), online: 2, total: 3 },
      { at: at(-20), online: 1, total: 3 },
      { at: at(-10), online: 3, total: 4 },
      { at: at(-1), online: 2, total: 3 },
    ]);
  });

  it("shows a drop that is shorter than a step", async () => {
    await look(store, -30, { 1: "online", 2: "online" });
    const steps = [0, 1, 2].map((minute) => -5 + minute / 60);
    await look(store, steps[0] ?? 0, { 1: "online", 2: "offline" });
    await look(store, steps[1] ?? 0, { 1: "offline", 2: "offline" });
    await look(store, steps[2] ?? 0, { 1: "online", 2: "online" });
    const { points } = await readDay(store, NOON);
    expect(points.map(({ online }) => online)).toEqual([2, 0]);
  });

  it("says what nobody saw, and that the provider does not answer now", async () => {
    await look(store, -3, { 1: "online" });
    await recordFailure(store, "sip", NOON - HOUR_MS, LIMITS.holder);
    const { gaps } = await readDay(store, NOON);
    expect(gaps).toEqual([{ from: at(-3), to: at(0), reason: "unreadable" }]);
  });
});
