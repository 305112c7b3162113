import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { AlertCondition, AlertRuleFields, Hours } from "#api/alerts.ts";
import { isWithin } from "./hours.ts";
import { type AlertEvent, evaluate, type RuleState, type SeenObject } from "./rules.ts";

/** A Thursday. */
const NOON = Date.UTC(2026, 0, 15, 12);
const EVERY_MS = 30_000;
const ALL = { kind: "sip", ids: [] as number[] } as const;
const OFFLINE = { type: "offline" as const, ...ALL, flapping: null };
const flappingIn = (flapping: { drops: number; minutes: number } | null): AlertCondition =>
  Object.assign({ ...OFFLINE }, { flapping });

const RULE: AlertRuleFields = {
  name: "All",
  isOn: true,
  condition: OFFLINE,
  looksDown: 1,
  looksUp: 1,
  tellsEnd: true,
  groupSeconds: 0,
  hours: [],
  zone: "UTC",
  pausedUntil: null,
  channels: [],
};

type State = SeenObject["state"];

/** An office that is looked at every 30 seconds; `restarts` reads the state back from its JSON. */
function office(rule: AlertRuleFields, { startAt = NOON, restarts = false } = {}) {
  let state: RuleState | undefined;
  let now = startAt - EVERY_MS;
  const objects = new Map<number, SeenObject>();
  const run = (unreadableSince: number | null, pausedUntil: number | null) => {
    const at = unreadableSince === null ? now : unreadableSince - EVERY_MS;
    const sight = { now, looks: { sip: { at, objects } }, unreadableSince };
    const result = evaluate(rule, state, sight, { pausedUntil });
    // The same look a second time, as after a restart in this moment, tells nothing more.
    expect(evaluate(rule, result.state, sight, { pausedUntil }).event).toBeUndefined();
    state = restarts ? (JSON.parse(JSON.stringify(result.state)) as RuleState) : result.state;
    return { at: now, event: result.event };
  };
  return {
    look: (states: Record<number, State>, pausedUntil: number | null = null) => {
      now += EVERY_MS;
      for (const [key, found] of Object.entries(states)) {
        const id = Number(key);
        const old = objects.get(id);
        if (old?.state === found) continue;
        const before = old === undefined || old.state === "absent" ? null : old.state;
        objects.set(id, { state: found, since: now, before });
      }
      return run(null, pausedUntil).event;
    },
    fail: (since: number) => {
      now += EVERY_MS;
      return run(since, null).event;
    },
    get now() {
      return now;
    },
    get size() {
      return Object.keys(state?.objects ?? {}).length;
    },
  };
}

const ids = (event: AlertEvent | undefined, key: "down" | "up" | "flapping" | "calm") =>
  event?.type === "objects" ? event[key].map(({ id }) => id) : [];

describe("an account that drops", () => {
  it("is told with what else the look found, and told again when it is back", () => {
    const { look } = office(RULE);
    expect(look({ 1: "online", 2: "online", 3: "offline" })).toBeUndefined();
    expect(look({ 1: "offline", 2: "offline" })).toEqual({
      type: "objects",
      kind: "sip",
      down: [
        { id: 1, since: NOON + EVERY_MS },
        { id: 2, since: NOON + EVERY_MS },
      ],
      up: [],
      flapping: [],
      calm: [],
      others: 0,
    });
    expect(look({})).toBeUndefined();
    expect(look({ 2: "online" })).toMatchObject({
      down: [],
      up: [{ id: 2, since: NOON + 3 * EVERY_MS, downSince: NOON + EVERY_MS, isGone: false }],
      others: 1,
    });
  });

  it("counts only after so many checks in a row, and as up after so many", () => {
    const rule = { ...RULE, looksDown: 3, looksUp: 2 };
    const told = office(rule);
    told.look({ 1: "online" });
    const states = Array.from("dduddduduu", (letter): State =>
      letter === "d" ? "offline" : "online",
    );
    const events = states.map((state) => told.look({ 1: state }));
    expect(events.map((event) => [ids(event, "down"), ids(event, "up")])).toEqual([
      ...Array.from({ length: 5 }, () => [[], []]),
      [[1], []],
      ...Array.from({ length: 3 }, () => [[], []]),
      [[], [1]],
    ]);
    expect(told.size).toBe(0);
  });

  it("is not told if it was offline when the rule began, until it was online", () => {
    const { look } = office(RULE);
    expect(look({ 1: "offline" })).toBeUndefined();
    expect(look({ 1: "online" })).toBeUndefined();
    expect(ids(look({ 1: "offline" }), "down")).toEqual([1]);
  });

  it("is not told if it is new, nor if the rule is about others", () => {
    const { look } = office({ ...RULE, condition: { ...OFFLINE, ids: [2] } });
    look({ 1: "online", 2: "online" });
    expect(look({ 1: "offline", 3: "offline" })).toBeUndefined();
    expect(ids(look({ 2: "offline" }), "down")).toEqual([2]);
  });

  it("is told to be gone where the provider lists it no more", () => {
    const { look } = office(RULE);
    look({ 1: "online" });
    look({ 1: "offline" });
    expect(look({ 1: "absent" })).toMatchObject({ up: [{ id: 1, isGone: true }] });
  });

  it("is one message with what follows within the grouping time, and none if it is back by then", () => {
    const { look } = office({ ...RULE, groupSeconds: 60 });
    look({ 1: "online", 2: "online", 3: "online" });
    expect(look({ 1: "offline", 3: "offline" })).toBeUndefined();
    expect(look({ 2: "offline", 3: "online" })).toBeUndefined();
    expect(ids(look({}), "down")).toEqual([1, 2]);
  });

  it("is told without its end where that is not asked for", () => {
    const { look } = office({ ...RULE, tellsEnd: false });
    look({ 1: "online" });
    look({ 1: "offline" });
    expect(look({ 1: "online" })).toBeUndefined();
    expect(ids(look({ 1: "offline" }), "down")).toEqual([1]);
  });
});

describe("quiet hours and pauses", () => {
  it("tell at their end what is still offline", () => {
    const hours = [{ days: [4], from: "12:01", to: "18:00" }];
    const { look } = office({ ...RULE, hours });
    look({ 1: "online", 2: "online" });
    expect(look({ 1: "offline", 2: "offline" })).toBeUndefined();
    // 12:01:00
    expect(ids(look({ 2: "online" }), "down")).toEqual([1]);
  });

  it("of all rules and of one", () => {
    const until = NOON + 2 * EVERY_MS;
    for (const [rule, pausedUntil] of [
      [RULE, until],
      [{ ...RULE, pausedUntil: new Date(until).toISOString() }, null],
    ] as const) {
      const { look } = office(rule);
      look({ 1: "online" }, pausedUntil);
      expect(look({ 1: "offline" }, pausedUntil)).toBeUndefined();
      expect(ids(look({}, pausedUntil), "down")).toEqual([1]);
    }
  });

  it("go by the clock of the zone, over midnight and over a change of the clock", () => {
    const night = [{ days: [5], from: "22:00", to: "06:00" }];
    const at = (text: string) => isWithin(night, "Asia/Yekaterinburg", Date.parse(text));
    expect(at("2026-01-16T16:59:00Z")).toBe(false);
    expect(at("2026-01-16T17:00:00Z")).toBe(true);
    expect(at("2026-01-17T00:59:00Z")).toBe(true);
    expect(at("2026-01-17T01:00:00Z")).toBe(false);
    const morning = [{ days: [1, 7], from: "08:00", to: "09:00" }];
    expect(isWithin(morning, "Europe/Berlin", Date.parse("2026-03-28T07:30:00Z"))).toBe(false);
    expect(isWithin(morning, "Europe/Berlin", Date.parse("2026-03-29T06:30:00Z"))).toBe(true);
    const sunday = [{ days: [7], from: "00:00", to: "00:00" }];
    expect(isWithin(sunday, "UTC", Date.parse("2026-03-29T23:59:00Z"))).toBe(true);
    expect(isWithin(sunday, "UTC", Date.parse("2026-03-30T00:00:00Z"))).toBe(false);
  });
});

describe("an account that flaps", () => {
  const flaps = { drops: 3, minutes: 5 };

  it.each([
    [flappingIn(flaps), 2],
    [{ type: "flapping" as const, ...ALL, ...flaps }, 0],
  ])("is told once, then nothing until it is calm: %o", (condition, downs) => {
    const { look } = office({ ...RULE, condition });
    look({ 1: "online" });
    const events = Array.from({ length: 10 }, (_, index) =>
      look({ 1: index % 2 === 0 ? "offline" : "online" }),
    );
    expect(events.filter((event) => ids(event, "down").length > 0)).toHaveLength(downs);
    const told = events.filter((event) => ids(event, "flapping").length > 0);
    expect(told).toHaveLength(1);
    expect(told).toMatchObject([{ flapping: [{ id: 1, drops: 3 }] }]);
    // The last time was a minute ago.
    const calm = Array.from({ length: 10 }, () => look({}));
    expect(calm.map((event) => ids(event, "calm").length)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1, 0]);
  });
});

describe("conditions of the whole office", () => {
  it("so many at once are one message, and one when it is over", () => {
    const { look } = office({ ...RULE, condition: { type: "many", ...ALL, atLeast: 3 } });
    expect(look({ 1: "online", 2: "online", 3: "online", 4: "offline" })).toBeUndefined();
    expect(look({ 1: "offline" })).toBeUndefined();
    const event = look({ 2: "offline", 3: "offline" });
    expect(event).toMatchObject({ type: "many", isOver: false, total: 4 });
    expect(event?.type === "many" && event.down).toHaveLength(4);
    expect(look({})).toBeUndefined();
    expect(look({ 1: "online", 2: "online" })).toMatchObject({ type: "many", isOver: true });
  });

  it("the provider does not answer for so many minutes, and can again", () => {
    const watched = office({ ...RULE, condition: { type: "unreadable", minutes: 1 } });
    watched.look({});
    const since = watched.now + EVERY_MS;
    expect(watched.fail(since)).toBeUndefined();
    expect(watched.fail(since)).toBeUndefined();
    expect(watched.fail(since)).toEqual({ type: "unreadable", isOver: false, since });
    expect(watched.fail(since)).toBeUndefined();
    expect(watched.look({})).toMatchObject({ type: "unreadable", isOver: true });
  });
});

describe("any history", () => {
  const state = fc.constantFrom<State>("online", "offline", "absent");
  const looks = fc.array(fc.record({ 1: state, 2: state, 3: state }), { maxLength: 60 });
  const flapping = fc.option(
    fc.record({ drops: fc.integer({ min: 2, max: 4 }), minutes: fc.integer({ min: 1, max: 10 }) }),
  );
  const rules = fc.record({
    looksDown: fc.integer({ min: 1, max: 4 }),
    looksUp: fc.integer({ min: 1, max: 4 }),
    groupSeconds: fc.constantFrom(0, 30, 90),
    tellsEnd: fc.boolean(),
    condition: fc.oneof(
      flapping.map(flappingIn),
      fc.constant<AlertCondition>({ type: "flapping", ...ALL, drops: 2, minutes: 5 }),
      fc.constant<AlertCondition>({ type: "many", ...ALL, atLeast: 2 }),
    ),
    // Ten minutes of work, ten of quiet.
    hours: fc.constantFrom<Hours[]>([], [{ days: [4], from: "12:05", to: "12:15" }]),
  });

  it("tells of one object that it is down and up by turns, nothing in quiet hours, the same over restarts", () => {
    fc.assert(
      fc.property(rules, looks, (some, history) => {
        const rule = { ...RULE, ...some };
        const [one, other] = [office(rule), office(rule, { restarts: true })];
        const isDown = new Map<number, boolean>();
        const many: boolean[] = [];
        for (const states of history) {
          const event = one.look(states);
          expect(other.look(states)).toEqual(event);
          if (event === undefined) continue;
          expect(isWithin(rule.hours, rule.zone, one.now)).toBe(true);
          if (event.type === "many") many.push(event.isOver);
          if (!rule.tellsEnd) continue;
          for (const id of ids(event, "down")) {
            expect(isDown.get(id) ?? false).toBe(false);
            isDown.set(id, true);
          }
          for (const id of ids(event, "up")) {
            expect(isDown.get(id)).toBe(true);
            isDown.set(id, false);
          }
        }
        const byTurns = many.map((_, index) => index % 2 === 1);
        expect(many).toEqual(rule.tellsEnd ? byTurns : many.map(() => false));
      }),
      { numRuns: 500 },
    );
  });
});
