import fc from "fast-check";
import { beforeAll, beforeEach, expect, it } from "vitest";
import type { WatchedState } from "#api/history.ts";
import { toFigures } from "#domain/history/figures.ts";
import { toSpans } from "#domain/history/spans.ts";
import { workingIntervals } from "#domain/history/workingHours.ts";
import { createMemoryStore, type Store } from "#server/store/store.ts";
import { describeOnEachEngine } from "#server/store/testing/engines.ts";
import { readAvailability } from "./readAvailability.ts";
import { readHistory } from "./readHistory.ts";
import { readKnown, recordFailure, recordLook } from "./recordLook.ts";
import { emptyWatch } from "./testing/emptyWatch.ts";

const NOON = Date.UTC(2026, 0, 15, 12);
const HOUR_MS = 60 * 60_000;
const LIMITS = { holder: "one", gapMs: 5 * HOUR_MS };

const at = (hours: number) => new Date(NOON + hours * HOUR_MS).toISOString();

async function look(store: Store, hours: number, states: Record<number, WatchedState>) {
  const entries = Object.entries(states).map(([id, state]) => [Number(id), state] as const);
  const seen = { kind: "sip" as const, at: NOON + hours * HOUR_MS, states: new Map(entries) };
  await recordLook(store, seen, await readKnown(store, "sip"), LIMITS);
}

describeOnEachEngine("the availability of accounts", (engine) => {
  let store: Store;
  beforeAll(async () => {
    store = await engine.open();
  });
  beforeEach(() => emptyWatch(store));

  it("is how often each went offline since a moment, and its share of the given times", async () => {
    await look(store, -4, { 1: "online", 2: "online", 3: "offline" });
    await look(store, -3, { 1: "offline", 2: "online", 3: "offline" });
    await look(store, -2, { 1: "online", 2: "online", 3: "offline", 4: "online" });
    await look(store, -1, { 1: "offline", 2: "online", 3: "offline", 4: "online" });
    await look(store, 0, { 1: "offline", 2: "online", 4: "online" });
    const working = `${at(-3)}/${at(-1)},${at(-0.5)}/${at(5)}`;
    const query = { from: at(-3.5), working };
    expect(await readAvailability(store, query, NOON)).toEqual({
      items: [
        { id: 1, drops: 2, share: 1 / 2.5 },
        { id: 2, drops: 0, share: 1 },
        { id: 4, drops: 0, share: 1 },
      ],
    });
    // All the time since a week ago, where nothing else is said.
    const { items } = await readAvailability(store, {}, NOON);
    expect(items.map(({ id, share }) => [id, share])).toEqual([
      [1, 0.5],
      [2, 1],
      [4, 1],
    ]);
  });

  it("is read again after a minute", async () => {
    const drops = async (now: number) =>
      (await readAvailability(store, {}, now)).items.map((one) => one.drops);
    await look(store, -2, { 1: "online" });
    const asked = NOON + HOUR_MS;
    expect(await drops(asked)).toEqual([0]);
    await look(store, -1, { 1: "offline" });
    expect(await drops(asked + 59_000)).toEqual([0]);
    expect(await drops(asked + 60_000)).toEqual([1]);
  });

  it("is null while nothing is known of these times", async () => {
    await look(store, -2, { 1: "online" });
    const later = { from: at(-5), working: `${at(-1)}/${at(0)}` };
    expect((await readAvailability(store, later, NOON)).items).toEqual([
      { id: 1, drops: 0, share: null },
    ]);
  });
});

it("is what the account's own page makes of its history", async () => {
  const step = fc.record({
    hours: fc.integer({ min: 1, max: 9 }),
    seen: fc.constantFrom("online", "offline", "absent", "failure"),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 20 }),
      fc.integer({ max: -24, min: -60 }),
      async (steps, begin) => {
        const store = createMemoryStore();
        let hours = -steps.reduce((sum, one) => sum + one.hours, 1);
        for (const one of steps) {
          hours += one.hours;
          const now = NOON + hours * HOUR_MS;
          // oxlint-disable no-await-in-loop -- one look after another
          if (one.seen === "failure") await recordFailure(store, "sip", now, LIMITS.holder);
          else await look(store, hours, one.seen === "absent" ? { 2: "online" } : { 1: one.seen });
          // oxlint-enable no-await-in-loop
        }
        await look(store, 0, { 1: "online" });
        const from = NOON + begin * HOUR_MS;
        const working = workingIntervals(from, NOON);
        const history = await readHistory(store, { kind: "sip", id: 1 }, { from: at(begin) }, NOON);
        const figures = toFigures(toSpans(history, from, NOON));
        const query = {
          from: at(begin),
          working: working.map(({ from: a, to: b }) => `${iso(a)}/${iso(b)}`).join(","),
        };
        const { items } = await readAvailability(store, query, NOON);
        const found = items.find(({ id }) => id === 1);
        // A state that was seen once, right before a gap, fills no time on that page.
        const hidden = figures.unknown === 0 ? 0 : Infinity;
        expect(found?.drops).toBeGreaterThanOrEqual(figures.drops);
        expect(found?.drops).toBeLessThanOrEqual(figures.drops + hidden);
        expect(found?.share ?? -1).toBeCloseTo(figures.share ?? -1, 9);
        await store.close();
      },
    ),
    { numRuns: 150 },
  );
});

const iso = (ms: number) => new Date(ms).toISOString();
