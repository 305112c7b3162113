import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SipScenario } from "#api/sipScenarios.ts";
import type { SipRow } from "#domain/sip/rows.ts";
import { type BulkChange, type Details, fillPattern, needsDetails, planAccount } from "./plan.ts";

const account = (part: Partial<SipRow> = {}): SipRow => ({
  id: 25,
  name: "Приёмная",
  extension: 214,
  role: "",
  callerId: "74950000015",
  callerIdId: 22,
  state: "online",
  scenario: null,
  searchText: "",
  ...part,
});
const scenario = (part: Partial<SipScenario> = {}): SipScenario => ({
  id: 40,
  name: "SIP",
  active: true,
  endpoints: [{ type: "sip", timeout: 20 }],
  sequence_rule: "single",
  voicemail: false,
  ...part,
});
const details = (...scenarios: SipScenario[]): Details => ({
  role: "1 этаж",
  scenarios,
  remembered: [],
});
const steps = (change: BulkChange, known?: Details | "failed", of = account()) =>
  planAccount(of, 1, change, known).rows.map(({ step }) => step);
const problems = (change: BulkChange, known?: Details | "failed", of = account()) =>
  planAccount(of, 1, change, known).problems;

describe("a name by a pattern", () => {
  it.each([
    ["Стойка {n}", "Стойка 3"],
    ["{имя} ({добавочный})", "Приёмная (214)"],
    ["{ Name } {что-то}", "Приёмная {что-то}"],
    ["{номер}. {extension}", "3. 214"],
  ])("%s gives %s", (pattern, name) => expect(fillPattern(pattern, account(), 3)).toBe(name));

  it("is refused where the name would be too long", () => {
    expect(problems({ pattern: "{name}".repeat(40) }, undefined)).toEqual(["name"]);
  });
});

describe("settings", () => {
  it("send only what differs, with what it was before", () => {
    const change = { pattern: "Приёмная", role: "Продажи", aon: { id: 7, number: "79990000000" } };
    const { rows } = planAccount(account(), 1, change, details());
    expect(rows).toEqual([
      {
        number: "214",
        name: "Приёмная",
        step: { kind: "updateAccount", id: 25, body: { role: "Продажи", aon: 7 } },
        before: { role: "1 этаж", aon: 22 },
      },
    ]);
  });

  it("send nothing where all is so already, or its description is not read yet", () => {
    expect(steps({ aon: { id: 22, number: "74950000015" } })).toEqual([]);
    expect(steps({ role: "Продажи" })).toEqual([]);
    expect(steps({ role: " 1 этаж " }, details())).toEqual([]);
  });
});

describe("timeouts", () => {
  it("are those of the first scenario, saved whole", () => {
    const first = scenario({
      id: 3,
      endpoints: [
        { type: "sip", timeout: 20 },
        { type: "mob", timeout: 25, number: "79000000001" },
      ],
    });
    expect(steps({ sipTimeout: 30, phoneTimeout: 15 }, details(scenario(), first))).toEqual([
      {
        kind: "replaceScenario",
        id: 25,
        sid: 3,
        body: {
          name: "SIP",
          sequence_rule: "single",
          sip_timeout: 30,
          phones: [{ number: "79000000001", timeout: 15 }],
          voicemail: false,
        },
      },
    ]);
    expect(steps({ sipTimeout: 20 }, details(scenario()))).toEqual([]);
  });

  it("are refused where saving would lose what the provider does not return", () => {
    const unknown = scenario({ endpoints: [{ type: "mob", timeout: 25 }] });
    expect(problems({ sipTimeout: 30 }, details(unknown))).toEqual(["unknownScenario"]);
    expect(problems({ sipTimeout: 30 }, details())).toEqual(["noScenario"]);
  });
});

describe("activation by name", () => {
  it("finds the scenario whatever its case, and leaves the active one alone", () => {
    const night = scenario({ id: 41, name: "Ночь", active: false });
    expect(steps({ scenario: " ночь" }, details(scenario(), night))).toEqual([
      { kind: "activateScenario", id: 25, sid: 41, name: "Ночь" },
    ]);
    expect(steps({ scenario: "sip" }, details(scenario(), night))).toEqual([]);
    expect(problems({ scenario: "Обед" }, details(night))).toEqual(["noNamed"]);
  });
});

it("says that an account could not be read, and sends what needs no reading", () => {
  const change = { pattern: "Новое", role: "Продажи" };
  expect(problems(change, "failed")).toEqual(["unread"]);
  expect(steps(change, "failed")).toEqual([
    { kind: "updateAccount", id: 25, body: { name: "Новое" } },
  ]);
});

const texts = fc.option(fc.string({ maxLength: 300 }), { nil: undefined });
const seconds = fc.option(
  fc.integer({ min: 0, max: 18 }).map((n) => n * 5),
  { nil: undefined },
);
const changes = fc.record({
  pattern: texts,
  role: fc.option(fc.string({ maxLength: 255 }), { nil: undefined }),
  aon: fc.option(fc.record({ id: fc.integer({ min: 1 }) }), { nil: undefined }),
  sipTimeout: seconds,
  phoneTimeout: seconds,
  scenario: texts,
});

it("of any change: once it is made, the same change changes nothing more", () => {
  fc.assert(
    fc.property(changes, fc.string({ maxLength: 255 }), (wanted, name) => {
      // A pattern with the name in it grows with each use.
      fc.pre(!/\{\s*(name|имя)\s*\}/iu.test(wanted.pattern ?? ""));
      const known = details(scenario(), scenario({ id: 41, name: "Ночь", active: false }));
      const before = account({ name });
      const after = { row: before, known };
      for (const { step } of planAccount(before, 1, wanted, known).rows) {
        if (step.kind === "updateAccount") {
          const { name: newName = name, role = known.role, aon } = step.body;
          after.row = { ...after.row, name: newName, callerIdId: aon, callerId: "1" };
          after.known = { ...after.known, role };
        }
        if (step.kind === "replaceScenario") {
          const endpoints = [{ type: "sip", timeout: step.body.sip_timeout }];
          after.known = {
            ...after.known,
            scenarios: after.known.scenarios.map((one) =>
              one.id === step.sid ? { ...one, endpoints } : one,
            ),
          };
        }
        if (step.kind === "activateScenario") {
          after.known = {
            ...after.known,
            scenarios: after.known.scenarios.map((one) => ({
              ...one,
              active: one.id === step.sid,
            })),
          };
        }
      }
      const again = { ...wanted, aon: wanted.aon && { ...wanted.aon, number: "1" } };
      expect(planAccount(after.row, 1, again, after.known).rows).toEqual([]);
      expect(needsDetails(wanted) || wanted.role === undefined).toBe(true);
    }),
  );
});
