import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isWrittenBy, isSameScenario } from "./useGuardedReplace.ts";
import { valuesToPlan, findDuplicates } from "./plan.ts";
import { EMPTY, newRow } from "./schema.ts";

describe("the call plan of a form's values", () => {
  it("has the formatted number's digits, else what was typed, else nothing", () => {
    const numbers = ["8 900 000-00-01", "12", "  "];
    const phones = numbers.map((number) => Object.assign(newRow(), { number }));
    const { legs } = valuesToPlan({ ...EMPTY, phones }, ["79000000001", undefined, undefined]);
    expect(legs.map(({ number }) => number)).toEqual([undefined, "79000000001", "12", undefined]);
  });

  it.each(["", "abc", "-5", "1e9", "99999999"])("counts a timeout of «%s» as 0", (sip_timeout) => {
    expect(valuesToPlan({ ...EMPTY, sip_timeout }, []).legs).toEqual([{ kind: "sip", timeout: 0 }]);
  });

  it("leaves out what is not chosen", () => {
    const values = { ...EMPTY, sequence_rule: "", voicemail: "" } as const;
    expect(valuesToPlan(values, [])).toMatchObject({ rule: undefined, voicemail: undefined });
  });
});

describe("duplicate numbers", () => {
  it("point to the first one; unreadable numbers are never duplicates", () => {
    const [one, two] = ["79000000001", "79000000002"];
    expect(findDuplicates([one, two, one, undefined, undefined, one])).toEqual([
      undefined,
      undefined,
      0,
      undefined,
      undefined,
      0,
    ]);
  });
});

const SCENARIO = {
  name: "Днём",
  endpoints: [
    { type: "sip", timeout: 20 },
    { type: "mob", timeout: 25 },
  ],
};

describe("comparing a scenario with the one that was opened", () => {
  it.each([
    { name: "Ночь" },
    { endpoints: SCENARIO.endpoints.slice(1) },
    { endpoints: SCENARIO.endpoints.toReversed() },
    { endpoints: [...SCENARIO.endpoints, { type: "mob", timeout: 25 }] },
    { sequence_rule: "single" },
    { voicemail: false },
    { voicemail_media_id: 56 },
  ])("finds a change in %j", (change) => {
    expect(isSameScenario(SCENARIO, { ...SCENARIO, ...change })).toBe(false);
  });

  it("ignores by which word the rule is named", () => {
    const one = { ...SCENARIO, sequence_rule: "single" };
    expect(isSameScenario(one, { ...SCENARIO, sequence_rule: "Order" })).toBe(true);
  });
});

describe("finding one's own request in a scenario", () => {
  const timeout = fc.integer({ min: 0, max: 18 }).map((steps) => steps * 5);
  const phone = fc.record({ number: fc.constantFrom("79000000001", "79000000002"), timeout });
  const bodies = fc.record({
    name: fc.constantFrom("Днём", "Ночь"),
    sequence_rule: fc.constantFrom("single" as const, "simultaneous" as const),
    sip_timeout: timeout,
    phones: fc.array(phone, { maxLength: 5 }),
    voicemail: fc.boolean(),
  });
  type Body = typeof bodies extends fc.Arbitrary<infer T> ? T : never;
  const shown = ({ phones, ...body }: Body, whole: boolean) => {
    const mobs = phones.map(({ number, timeout: seconds }) =>
      whole ? { type: "mob", timeout: seconds, number } : { type: "mob", timeout: seconds },
    );
    const endpoints = [{ type: "sip", timeout: body.sip_timeout }, ...mobs];
    const { name, sequence_rule, voicemail } = body;
    return whole
      ? { name, endpoints, sequence_rule, voicemail, voicemail_media_id: null }
      : { name, endpoints };
  };

  it("succeeds, however much the provider shows of it", () => {
    fc.assert(
      fc.property(bodies, fc.boolean(), (body, whole) => {
        expect(isWrittenBy(shown(body, whole), body)).toBe(true);
      }),
    );
  });

  it("fails for another request where the difference is visible", () => {
    fc.assert(
      fc.property(bodies, bodies, (body, other) => {
        const same = JSON.stringify(body) === JSON.stringify(other);
        expect(isWrittenBy(shown(body, true), other)).toBe(same);
      }),
    );
  });
});
