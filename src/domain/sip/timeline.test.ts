import fc from "fast-check";
import { readRule } from "#api/sipScenarios.ts";
import { describe, expect, it } from "vitest";
import { LIMITS } from "#api/fields.ts";
import { type CallPlan, type Leg, toCallPlan, axisTicks, buildTimeline } from "./timeline.ts";

const { min, max, step } = LIMITS.timeout;
const seconds = fc.integer({ min: min / step, max: max / step }).map((n) => n * step);
const toLegs = (...kinds: Leg["kind"][]) =>
  fc.record({ kind: fc.constantFrom(...kinds), timeout: seconds });
const phones = fc.array(toLegs("phone", "other"), { maxLength: 2 });
/** The SIP account may be at any place: the provider has an order of its own. */
const legs = fc
  .tuple(phones, toLegs("sip"), phones)
  .map(([before, sip, after]): Leg[] => before.concat(sip, after));
const plan = (rule: CallPlan["rule"]) =>
  legs.map((all): CallPlan => ({ rule, legs: all, voicemail: undefined }));
const sum = (all: readonly Leg[]) => all.reduce((total, { timeout }) => total + timeout, 0);
const longest = (all: readonly Leg[]) => Math.max(0, ...all.map(({ timeout }) => timeout));

describe("a timeline", () => {
  it("under any rule shows every leg once, for its timeout, the SIP account first", () => {
    const any = fc.constantFrom("single" as const, "simultaneous" as const, undefined).chain(plan);
    fc.assert(
      fc.property(any, (given) => {
        const { spans, least, most } = buildTimeline(given);
        expect(new Set(spans.map(({ leg }) => leg))).toEqual(new Set(given.legs));
        expect(spans).toHaveLength(given.legs.length);
        expect(spans[0]?.leg.kind).toBe("sip");
        const others = given.legs.filter(({ kind }) => kind !== "sip");
        expect(spans.slice(1).map(({ leg }) => leg)).toEqual(others);
        for (const { leg, from, to } of spans) {
          expect(to - from).toBe(leg.timeout);
          expect(from).toBeGreaterThanOrEqual(0);
          expect(to).toBeLessThanOrEqual(most);
        }
        expect(least).toBeLessThanOrEqual(most);
        expect(most).toBeLessThanOrEqual((LIMITS.phones.max + 1) * max);
      }),
    );
  });

  it("with one leg after another starts each when the one before it stops, without a gap", () => {
    fc.assert(
      fc.property(plan("single"), (given) => {
        const { spans, least, most, certain } = buildTimeline(given);
        expect(certain).toBe(true);
        expect([least, most]).toEqual([sum(given.legs), sum(given.legs)]);
        expect(spans.map(({ from }) => from)).toEqual(
          [0, ...spans.map(({ to }) => to)].slice(0, -1),
        );
        expect(spans.at(-1)?.to).toBe(most);
      }),
    );
  });

  it("with all legs at once starts all at 0 and is as long as the longest", () => {
    fc.assert(
      fc.property(plan("simultaneous"), (given) => {
        const { spans, least, most, certain } = buildTimeline(given);
        expect(certain).toBe(true);
        expect([least, most]).toEqual([longest(given.legs), longest(given.legs)]);
        expect(spans.every(({ from }) => from === 0)).toBe(true);
      }),
    );
  });

  it("with an unknown rule has no certain order, unless a single leg rings", () => {
    fc.assert(
      fc.property(plan(undefined), (given) => {
        const { spans, least, most, certain } = buildTimeline(given);
        expect([least, most]).toEqual([longest(given.legs), sum(given.legs)]);
        expect(certain).toBe(given.legs.filter(({ timeout }) => timeout > 0).length <= 1);
        expect(spans.every(({ from }) => from === 0)).toBe(true);
      }),
    );
  });

  it("without legs is empty", () => {
    expect(buildTimeline({ rule: undefined, legs: [], voicemail: undefined })).toEqual({
      spans: [],
      least: 0,
      most: 0,
      certain: true,
      voicemail: undefined,
    });
  });
});

describe("the call plan of a scenario", () => {
  it("holds what the provider returns and guesses nothing", () => {
    const endpoints = [
      { type: "sip", timeout: 20 },
      { type: "mob", timeout: 25 },
      { type: "fax", timeout: 5, number: "79000000001" },
    ];
    expect(toCallPlan({ endpoints })).toEqual({
      rule: undefined,
      voicemail: undefined,
      legs: [
        { kind: "sip", timeout: 20 },
        { kind: "phone", timeout: 25, number: undefined },
        { kind: "other", type: "fax", timeout: 5, number: "79000000001" },
      ],
    });
  });

  it.each([
    ["single", "single"],
    ["simultaneous", "simultaneous"],
    ["Order", "single"],
    ["random", undefined],
    [undefined, undefined],
  ])("with the rule «%s» is %s", (word, rule) => expect(readRule(word)).toBe(rule));
});

describe("the ticks of an axis", () => {
  it("begin at 0, are evenly spaced at round values, and are few", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5000 }),
        fc.integer({ min: 2, max: 12 }),
        (total, most) => {
          const ticks = axisTicks(total, most);
          expect(ticks[0]).toBe(0);
          expect(ticks.length).toBeLessThanOrEqual(most + 1);
          expect(ticks.at(-1)).toBeLessThanOrEqual(total);
          const gap = (ticks[1] ?? 5) - 0;
          expect(gap % 5).toBe(0);
          expect(ticks.every((tick, index) => tick === index * gap)).toBe(true);
        },
      ),
    );
  });

  it("for length 0 are 0 alone", () => expect(axisTicks(0)).toEqual([0]));
});
