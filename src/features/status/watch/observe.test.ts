import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Change,
  findFlapping,
  GAP_MS,
  MAX_AGE_MS,
  type StatusSnapshot,
  observe,
  type ObservedState,
  type Observation,
} from "./observe.ts";

const T = Date.UTC(2026, 10, 21, 11, 0);
const MINUTE = 60_000;
const who = (account: number) => ({ name: `Кабинет ${account}`, extension: 200 + account });
const snapshot = (at: number, states: Record<number, ObservedState>): StatusSnapshot => ({
  at,
  states: new Map(Object.entries(states).map(([id, state]) => [Number(id), state])),
  who,
});

/** Several polls, one after another, starting from nothing. */
function watch(...snapshots: StatusSnapshot[]) {
  let known: ReadonlyMap<number, Observation> = new Map();
  let last: number | undefined;
  const changes: Change[] = [];
  for (const one of snapshots) {
    const seen = observe(known, one, last);
    changes.push(...seen.changes);
    known = seen.known;
    last = one.at;
  }
  return { known, changes, last };
}

describe("an unbroken watch", () => {
  it("knows the state of a new account since its first poll, and that it may be older", () => {
    const { known, changes } = watch(snapshot(T, { 1: "online" }));
    expect(known.get(1)).toEqual({ state: "online", since: T, exact: false });
    expect(changes).toEqual([]);
  });

  it("keeps every object while nothing changes", () => {
    const { known } = watch(snapshot(T, { 1: "online", 2: "offline" }));
    const next = observe(known, snapshot(T + 15_000, { 1: "online", 2: "offline" }), T);
    expect(next.known).toBe(known);
    expect(next.changes).toEqual([]);
  });

  it("reports a change with the polls between which it happened, and touches no other account", () => {
    const first = watch(snapshot(T, { 1: "online", 2: "offline" })).known;
    const { known, changes } = observe(
      first,
      snapshot(T + 15_000, { 1: "offline", 2: "offline" }),
      T,
    );
    expect(known.get(1)).toEqual({
      state: "offline",
      since: T + 15_000,
      exact: true,
      before: { state: "online", at: T },
    });
    expect(known.get(2)).toBe(first.get(2));
    expect(changes).toEqual([
      { account: 1, ...who(1), from: "online", to: "offline", at: T + 15_000, after: T },
    ]);
  });

  it("is one while polls come within the gap, to the millisecond", () => {
    const { known } = watch(snapshot(T, { 1: "online" }), snapshot(T + GAP_MS, { 1: "online" }));
    expect(known.get(1)?.since).toBe(T);
  });
});

describe("after a gap between polls", () => {
  const late = T + GAP_MS + 1;

  it("starts over and keeps the last observed state, even if it is the same", () => {
    const { known, changes } = watch(
      snapshot(T, { 1: "offline" }),
      snapshot(late, { 1: "offline" }),
    );
    const before = { state: "offline", at: T };
    expect(known.get(1)).toEqual({ state: "offline", since: late, exact: false, before });
    expect(changes).toEqual([]);
  });

  it("knows only that a change happened within the gap", () => {
    const { known, changes } = watch(
      snapshot(T, { 1: "online" }),
      snapshot(late, { 1: "offline" }),
    );
    expect(known.get(1)?.exact).toBe(false);
    expect(changes).toMatchObject([{ from: "online", to: "offline", after: T, at: late }]);
  });

  it("knows nothing after a gap of more than a week", () => {
    const at = T + MAX_AGE_MS + 1;
    const { known, changes } = watch(snapshot(T, { 1: "online" }), snapshot(at, { 1: "offline" }));
    expect(known.get(1)).toEqual({ state: "offline", since: at, exact: false });
    expect(changes).toEqual([]);
  });
});

describe("an account that a poll does not have", () => {
  it("continues as before when the next poll has it again", () => {
    const { known, changes } = watch(
      snapshot(T, { 1: "online" }),
      snapshot(T + MINUTE, {}),
      snapshot(T + 2 * MINUTE, { 1: "online" }),
    );
    expect(known.get(1)).toEqual({ state: "online", since: T, exact: false });
    expect(changes).toEqual([]);
  });

  it("has its own gap while the others are still watched", () => {
    const snapshots = [1, 2, 3].map((n) => snapshot(T + n * MINUTE, { 2: "online" }));
    const at = T + 4 * MINUTE;
    const back = snapshot(at, { 1: "online", 2: "online" });
    const { known } = watch(snapshot(T, { 1: "online", 2: "online" }), ...snapshots, back);
    expect(known.get(1)).toMatchObject({ since: at, exact: false, before: { at: T } });
    expect(known.get(2)?.since).toBe(T);
  });

  it("costs one new object, then none", () => {
    const first = watch(snapshot(T, { 1: "online" }), snapshot(T + MINUTE, {})).known;
    expect(first.get(1)?.gone).toBe(T);
    expect(observe(first, snapshot(T + 2 * MINUTE, {}), T + MINUTE).known).toBe(first);
  });

  it("is forgotten after seven days, not before", () => {
    const { known } = watch(snapshot(T, { 1: "online" }), snapshot(T + MAX_AGE_MS, {}));
    expect(known.has(1)).toBe(true);
    expect(observe(known, snapshot(T + MAX_AGE_MS + 1, {}), T + MAX_AGE_MS).known.has(1)).toBe(
      false,
    );
  });
});

describe("a clock that was set back", () => {
  it("by a little shortens the spans", () => {
    const { known } = watch(snapshot(T, { 1: "online" }), snapshot(T - MINUTE, { 1: "online" }));
    expect(known.get(1)).toEqual({ state: "online", since: T - MINUTE, exact: false });
  });

  it("by an hour restarts the watch", () => {
    const at = T - 60 * MINUTE;
    const { known, changes } = watch(snapshot(T, { 1: "online" }), snapshot(at, { 1: "offline" }));
    expect(known.get(1)).toEqual({ state: "offline", since: at, exact: false });
    expect(changes).toEqual([]);
  });
});

const states = fc.constantFrom<ObservedState>("online", "offline", "creating");
const snapshots = fc.array(
  fc.record({
    step: fc.oneof(
      fc.integer({ min: 0, max: GAP_MS }),
      fc.integer({ min: -2 * GAP_MS, max: 3 * GAP_MS }),
      fc.integer({ min: -MAX_AGE_MS, max: 2 * MAX_AGE_MS }),
    ),
    states: fc.dictionary(fc.constantFrom("1", "2", "3"), states),
  }),
  { maxLength: 12 },
);

describe("with any polls and any clock", () => {
  it("no span is negative, the state is the last one seen, and `exact` means watched", () => {
    fc.assert(
      fc.property(snapshots, (steps) => {
        let at = T;
        let known: ReadonlyMap<number, Observation> = new Map();
        let last: number | undefined;
        for (const step of steps) {
          at += step.step;
          const one = snapshot(at, step.states);
          const next = observe(known, one, last);
          for (const observation of next.known.values()) {
            expect(observation.since).toBeLessThanOrEqual(at);
            expect(observation.before?.at ?? observation.since).toBeLessThanOrEqual(
              observation.since,
            );
            expect(observation.gone ?? at).toBeLessThanOrEqual(at);
            expect(observation.gone ?? observation.since).toBeGreaterThanOrEqual(observation.since);
            expect(observation.exact && observation.before === undefined).toBe(false);
          }
          for (const [id, state] of one.states) expect(next.known.get(id)?.state).toBe(state);
          for (const change of next.changes) {
            expect(change.after).toBeLessThanOrEqual(change.at);
            expect(change.from).toBe(known.get(change.account)?.state);
            expect(change.from).not.toBe(change.to);
          }
          known = next.known;
          last = at;
        }
      }),
    );
  });

  it("a repeated poll changes nothing", () => {
    fc.assert(
      fc.property(snapshots, (steps) => {
        let at = T;
        const all = steps.map((step) => snapshot((at += step.step), step.states));
        const { known, last } = watch(...all);
        const again = all.at(-1);
        if (again === undefined) return;
        const next = observe(known, again, last);
        expect(next.known).toBe(known);
        expect(next.changes).toEqual([]);
      }),
    );
  });
});

const change = (at: number, more: Partial<Change> = {}): Change => ({
  account: 1,
  ...who(1),
  from: "online",
  to: "offline",
  at,
  after: at - 15_000,
  ...more,
});
const times = (minutes: number[], more?: Partial<Change>) =>
  minutes.map((n) => change(T + n * MINUTE, more));

describe("flapping", () => {
  it("is three changes within ten minutes, until the third newest is ten minutes old", () => {
    const changes = times([8, 5, 3, 1]);
    expect(findFlapping(changes, T + 9 * MINUTE)).toEqual({
      accounts: new Set([1]),
      until: T + 13 * MINUTE,
    });
    expect(findFlapping(changes, T + 13 * MINUTE - 1).accounts.has(1)).toBe(true);
    expect(findFlapping(changes, T + 13 * MINUTE)).toEqual({
      accounts: new Set(),
      until: undefined,
    });
  });

  it("is determined for each account, and `until` is the earliest end", () => {
    const others = times([0, 1, 2], { account: 2 });
    const { accounts, until } = findFlapping([...times([3, 4, 5]), ...others], T + 6 * MINUTE);
    expect(accounts).toEqual(new Set([1, 2]));
    expect(until).toBe(T + 10 * MINUTE);
    expect(findFlapping([...times([3, 4]), ...others.slice(1)], T + 6 * MINUTE).accounts.size).toBe(
      0,
    );
  });

  it.each<[string, Partial<Change>]>([
    ["a creation that ended", { from: "creating" }],
    ["a creation that began", { to: "creating" }],
    ["what happened while nobody watched", { after: T - 60 * MINUTE }],
    [
      "what a clock that was wrong saw in the future",
      { at: T + 60 * MINUTE, after: T + 59 * MINUTE },
    ],
  ])("does not count %s", (_, more) => {
    const changes = [...times([1, 2]), change(T + 3 * MINUTE, more)];
    expect(findFlapping(changes, T + 4 * MINUTE).accounts.size).toBe(0);
  });
});
