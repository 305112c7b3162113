import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agrees, fillScenario, type ShownScenario, toScenarioBody } from "./fillScenario.ts";
import type { RememberedScenario, ScenarioValues } from "./remembered.ts";

const text = fc.constantFrom("Днём", "Вечер", "SIP");
const timeout = fc.constantFrom(0, 20, 25);
const number = fc.constantFrom("79000000001", "79000000002", "79000000003");
const rule = fc.constantFrom("single" as const, "simultaneous" as const);
const phones = fc.array(fc.record({ number, timeout }), { maxLength: 3 });

const VALUES: fc.Arbitrary<ScenarioValues> = fc.record(
  {
    name: text,
    sip_timeout: timeout,
    phones,
    sequence_rule: rule,
    voicemail: fc.boolean(),
    voicemail_media_id: fc.constantFrom(56, 57),
  },
  { requiredKeys: ["name", "sip_timeout", "phones"] },
);
const ITEM: fc.Arbitrary<RememberedScenario> = fc.record({
  id: fc.constant(40),
  values: VALUES,
  at: fc.constant("2026-11-12T10:00:00.000Z"),
  actor: fc.constant("anna"),
  entry: fc.constant(7),
  certain: fc.boolean(),
});

/** What the provider returns, today or if it ever returns more. */
const SHOWN: fc.Arbitrary<ShownScenario> = fc.record(
  {
    name: text,
    endpoints: fc.array(
      fc.record(
        { type: fc.constantFrom("sip", "mob", "mob", "fax"), timeout, number },
        { requiredKeys: ["type", "timeout"] },
      ),
      { maxLength: 4 },
    ),
    sequence_rule: fc.constantFrom("single", "simultaneous", "Order", "other"),
    voicemail: fc.boolean(),
    voicemail_media_id: fc.constantFrom(null, 56, 57),
  },
  { requiredKeys: ["name", "endpoints"] },
);

/** The provider's response after exactly these values were saved, with none of what it leaves out. */
const shownAfter = ({ name, sip_timeout, phones: saved }: ScenarioValues): ShownScenario => ({
  name,
  endpoints: [
    { type: "sip", timeout: sip_timeout },
    ...saved.map((phone) => ({ type: "mob", timeout: phone.timeout })),
  ],
});

describe("a scenario filled in from memory", () => {
  it("is whole right after it was saved", () => {
    fc.assert(
      fc.property(ITEM, (item) => {
        const filled = fillScenario(shownAfter(item.values), { ...item, certain: true });
        const { voicemail_media_id: media, ...rest } = toScenarioBody(filled);
        const { voicemail_media_id: saved, ...values } = item.values;
        expect(rest).toEqual(values);
        expect(media).toBe(values.voicemail === undefined ? undefined : saved);
      }),
    );
  });

  it("keeps every value that the provider returned, and its order", () => {
    fc.assert(
      fc.property(SHOWN, ITEM, (shown, item) => {
        const filled = fillScenario(shown, item);
        expect(filled).toMatchObject(shown);
        expect(filled.endpoints).toHaveLength(shown.endpoints.length);
      }),
    );
  });

  it("takes nothing from memory where the provider's response differs in anything", () => {
    fc.assert(
      fc.property(SHOWN, ITEM, fc.boolean(), (random, item, isClose) => {
        // Responses that have little in common with what is remembered say little.
        const shown = isClose
          ? { ...random, ...shownAfter(item.values), name: random.name }
          : random;
        const after = shownAfter(item.values);
        const isSame =
          shown.name === after.name &&
          // The provider's order of the account's own phone among the others means nothing.
          JSON.stringify(stepsOf(shown)) === JSON.stringify(stepsOf(after)) &&
          shown.endpoints.every(
            ({ type, number: digits }) =>
              type === "sip" || digits === undefined || hasPhone(shown, item.values),
          );
        fc.pre(!isSame || !item.certain);
        expect(fillScenario(shown, item)).toBe(shown);
      }),
    );
  });

  it("takes nothing from what is uncertain", () => {
    fc.assert(
      fc.property(ITEM, (item) => {
        const shown = shownAfter(item.values);
        expect(fillScenario(shown, { ...item, certain: false })).toBe(shown);
        expect(fillScenario(shown, undefined)).toBe(shown);
      }),
    );
  });
});

const stepsOf = ({ endpoints }: ShownScenario) => [
  ...endpoints.filter(({ type }) => type === "sip").map(({ type, timeout: n }) => [type, n]),
  ...endpoints.filter(({ type }) => type !== "sip").map(({ type, timeout: n }) => [type, n]),
];

/** Whether each number that the provider returned is the one saved in its place. */
function hasPhone({ endpoints }: ShownScenario, saved: ScenarioValues): boolean {
  return endpoints
    .filter(({ type }) => type !== "sip")
    .every(({ number: digits }, place) =>
      [undefined, saved.phones[place]?.number].includes(digits),
    );
}

describe("a remembered scenario", () => {
  const SAVED: ScenarioValues = {
    name: "Днём",
    sequence_rule: "single",
    sip_timeout: 20,
    phones: [
      { number: "79000000001", timeout: 25 },
      { number: "79000000002", timeout: 40 },
    ],
    voicemail: false,
  };
  const shown = shownAfter(SAVED);
  const [sip, first, second] = shown.endpoints;
  if (sip === undefined || first === undefined || second === undefined) throw new Error();

  it.each<[string, Partial<ShownScenario>]>([
    ["what was saved", {}],
    ["the older word for its rule", { sequence_rule: "Order" }],
    [
      "the same numbers in another form",
      { endpoints: [sip, { ...first, number: "+7 900 000-00-01" }, second] },
    ],
    ["its own phone last", { endpoints: [first, second, sip] }],
  ])("agrees with %s", (_, change) => expect(agrees({ ...shown, ...change }, SAVED)).toBe(true));

  it.each<[string, Partial<ShownScenario>]>([
    ["another name", { name: "Вечером" }],
    ["another timeout", { endpoints: [sip, { ...first, timeout: 30 }, second] }],
    ["another order", { endpoints: [sip, second, first] }],
    ["one phone more", { endpoints: [sip, first, second, first] }],
    ["one phone less", { endpoints: [sip, first] }],
    ["another kind of phone", { endpoints: [sip, first, { ...second, type: "fax" }] }],
    ["no phone of its own", { endpoints: [first, second] }],
    ["another rule", { sequence_rule: "simultaneous" }],
    ["another number", { endpoints: [sip, { ...first, number: "79000000009" }, second] }],
    ["voicemail on", { voicemail: true }],
    ["another greeting", { voicemail_media_id: 56 }],
  ])("disagrees with %s", (_, change) =>
    expect(agrees({ ...shown, ...change }, SAVED)).toBe(false),
  );
});
