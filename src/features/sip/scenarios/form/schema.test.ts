import fc from "fast-check";
import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { createScenario, type SipScenario } from "#api/sipScenarios.ts";
import {
  countMissing,
  cutName,
  toDraft,
  EMPTY,
  newRow,
  type PhoneRow,
  scenarioSchema,
  type ScenarioValues,
  toRequest,
} from "./schema.ts";

const SCENARIO: SipScenario = {
  id: 7,
  name: "Днём",
  active: true,
  endpoints: [
    { type: "sip", timeout: 20 },
    { type: "mob", timeout: 25 },
    { type: "mob", timeout: 40 },
  ],
};
const NUMBERS = ["79000000001", "79000000002", "79000000003", "79000000004", "79000000005"];

const checked = async (values: ScenarioValues) =>
  z.safeParse(scenarioSchema, await toRequest(values));
const wrong = async (change: Partial<ScenarioValues>) =>
  (await checked({ ...EMPTY, name: "Днём", ...change })).error?.issues.map(({ path }) =>
    path.join("."),
  ) ?? [];
const row = (change: Partial<PhoneRow>): PhoneRow => ({ ...newRow(), ...change });

describe("a form's initial values", () => {
  it("keep the timeouts in place and require all that the provider does not return", () => {
    const { values, unknown } = toDraft(SCENARIO);
    expect(values).toMatchObject({ name: "Днём", sip_timeout: "20", sequence_rule: "" });
    expect(values.phones).toEqual([
      row({ timeout: "25", asked: true }),
      row({ timeout: "40", asked: true }),
    ]);
    expect(unknown).toEqual(["sequence_rule", "voicemail", "greeting"]);
  });

  it.each([
    ["single", "single"],
    ["Order", "single"],
    ["simultaneous", "simultaneous"],
    ["round-robin", ""],
  ])("map the rule «%s» to «%s»", (sequence_rule, rule) => {
    expect(toDraft({ ...SCENARIO, sequence_rule }).values.sequence_rule).toBe(rule);
  });

  it.each([
    [{ voicemail: false }, "off", "standard", []],
    [{ voicemail: true }, "on", "", ["greeting"]],
    [{ voicemail: true, voicemail_media_id: null }, "on", "standard", []],
    [{ voicemail: true, voicemail_media_id: 56 }, "on", "own", []],
    [{ voicemail_media_id: 56 }, "", "own", ["voicemail"]],
  ] as const)("map %j", (more, voicemail, greeting, unknown) => {
    const draft = toDraft({ ...SCENARIO, sequence_rule: "single", ...more });
    expect(draft.values).toMatchObject({ voicemail, greeting });
    expect(draft.unknown).toEqual(unknown);
  });

  it("require nothing when the server returns everything", async () => {
    const { values, unknown } = toDraft({
      ...SCENARIO,
      endpoints: [
        { type: "sip", timeout: 20 },
        { type: "mob", timeout: 25, number: "79000000001" },
        { type: "mob", timeout: 40, number: "101" },
      ],
      sequence_rule: "single",
      voicemail: true,
      voicemail_media_id: 56,
    });
    expect(countMissing(values, unknown)).toEqual({ total: 0, missing: 0, phones: 0 });
    // A short number from the provider is sent back unchanged.
    expect((await checked(values)).data).toMatchObject({
      phones: [{ number: "79000000001" }, { number: "101" }],
      voicemail_media_id: 56,
    });
  });

  it("require the account's own timeout when no endpoint holds it", () => {
    const draft = toDraft({ ...SCENARIO, endpoints: [{ type: "mob", timeout: 15 }] });
    expect(draft.values.sip_timeout).toBe("");
    expect(draft.unknown).toContain("sip_timeout");
  });

  it("count what is required: a greeting only with voicemail", () => {
    const { values, unknown } = toDraft(SCENARIO);
    expect(countMissing(values, unknown)).toEqual({ total: 4, missing: 4, phones: 2 });
    expect(countMissing({ ...values, voicemail: "off" }, unknown)).toMatchObject({ missing: 3 });
    const on: ScenarioValues = { ...values, voicemail: "on" };
    expect(countMissing(on, unknown)).toMatchObject({ total: 5, missing: 4 });
  });
});

describe("a rejected value", () => {
  it("has an error on its field", async () => {
    expect(await wrong({})).toEqual([]);
    expect(await wrong({ name: "  " })).toEqual(["name"]);
    expect(await wrong({ name: "я".repeat(256) })).toEqual(["name"]);
    expect(await wrong({ sequence_rule: "" })).toEqual(["sequence_rule"]);
    expect(await wrong({ voicemail: "" })).toEqual(["voicemail"]);
    expect(await wrong({ voicemail: "on", greeting: "" })).toEqual(["greeting"]);
    expect(await wrong({ voicemail: "on", greeting: "own" })).toEqual(["voicemail_media_id"]);
    expect(await wrong({ voicemail: "off", greeting: "" })).toEqual([]);
    expect(await wrong({ phones: [row({})] })).toEqual(["phones.0.number"]);
    expect(await wrong({ phones: [row({ number: "12" })] })).toEqual(["phones.0.number"]);
    const number = "79000000001";
    expect(await wrong({ phones: [row({ number, timeout: "7" })] })).toEqual(["phones.0.timeout"]);
    expect(await wrong({ phones: [row({ number, foreign: "fax" })] })).toEqual([
      "phones.0.foreign",
    ]);
    const six = [...NUMBERS, "79000000006"].map((each) => row({ number: each }));
    expect(await wrong({ phones: six.slice(1) })).toEqual([]);
    expect(await wrong({ phones: six })).toEqual(["phones.5.foreign"]);
  });

  it.each(["-5", "95", "3", "20,5", "", "abc"])("rejects a timeout of «%s»", async (timeout) => {
    expect(await wrong({ sip_timeout: timeout })).toEqual(["sip_timeout"]);
  });

  it.each(["0", "5", "90"])("accepts a timeout of %s", async (timeout) => {
    expect(await wrong({ sip_timeout: timeout })).toEqual([]);
  });
});

/** Anything that a server may return for a scenario, documented or not. */
const endpoint = fc.record(
  {
    type: fc.oneof(
      { weight: 4, arbitrary: fc.constant("mob") },
      fc.constantFrom("sip", "fax", "MOB", "", " "),
    ),
    timeout: fc.oneof(fc.constantFrom(0, 5, 25, 90), fc.integer({ min: -10, max: 200 })),
    number: fc.constantFrom(...NUMBERS, "", "101", "sip:abc", "+79000000001"),
  },
  { requiredKeys: ["type", "timeout"] },
);
const scenarios = fc.record(
  {
    id: fc.constant(7),
    name: fc.string({ maxLength: 300 }),
    active: fc.boolean(),
    endpoints: fc.array(endpoint, { maxLength: 9 }),
    sequence_rule: fc.constantFrom("single", "simultaneous", "Order", "other"),
    voicemail: fc.boolean(),
    voicemail_media_id: fc.constantFrom(null, 0, 56),
  },
  { requiredKeys: ["id", "name", "active", "endpoints"] },
);

describe("no phone is dropped silently", () => {
  it("every endpoint is either in the request, in its order and with its timeout, or it is rejected", async () => {
    await fc.assert(
      fc.asyncProperty(scenarios, fc.boolean(), async (scenario, given) => {
        const { values } = toDraft(scenario);
        const filled: ScenarioValues = {
          ...values,
          sequence_rule: values.sequence_rule || "single",
          voicemail: values.voicemail || "off",
          greeting: values.greeting || "standard",
          phones: values.phones.map((each, index) =>
            given && each.number === "" ? row({ ...each, number: NUMBERS[index] ?? "" }) : each,
          ),
        };
        const { success, data } = await checked(filled);
        const sip = scenario.endpoints.find(({ type }) => type === "sip");
        const others = scenario.endpoints.filter((each) => each !== sip);
        if (!success) return;
        expect(data.sip_timeout).toBe(sip?.timeout);
        expect(data.phones.map(({ timeout }) => timeout)).toEqual(
          others.map(({ timeout }) => timeout),
        );
        expect(others.every(({ type }) => type === "mob")).toBe(true);
        for (const [index, { number }] of data.phones.entries()) {
          const known = others[index]?.number?.replace("+", "") ?? "";
          expect(number).toBe(known === "" ? NUMBERS[index] : known);
        }
        // What the form accepts, the client's own validation accepts as well.
        expect(z.safeParse(createScenario.body, data).success).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it("a scenario with unknown parts can't be saved as it was opened", async () => {
    await fc.assert(
      fc.asyncProperty(scenarios, async (scenario) => {
        const { values, unknown } = toDraft(scenario);
        const { missing } = countMissing(values, unknown);
        fc.pre(missing > 0);
        expect((await checked(values)).success).toBe(false);
      }),
    );
  });
});

describe("the name of a copy", () => {
  it("is cut to the limit, never in the middle of a character", () => {
    expect(cutName("Копия: Днём")).toBe("Копия: Днём");
    expect(cutName("я".repeat(300))).toBe("я".repeat(255));
    expect(cutName(`${"я".repeat(250)}👩‍🚒`)).toBe(`${"я".repeat(250)}👩‍🚒`);
    expect(cutName(`${"я".repeat(251)}👩‍🚒`)).toBe("я".repeat(251));
  });
});
