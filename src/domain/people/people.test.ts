import { describe, expect, it } from "vitest";
import * as z from "zod/mini";
import { forwarding, type Forwarding } from "#api/forwarding.ts";
import type { JournalEntry } from "#api/journal.ts";
import type { RememberedScenario } from "#api/remembered.ts";
import type { SipScenario } from "#api/sipScenarios.ts";
import { type LeaveChoices, planLeave } from "./leave.ts";
import type { PersonAccount, PlannedStep } from "./person.ts";
import { numbersTo, redirect } from "./redirect.ts";
import { planResume, planSuspend, scenarioBefore, suspendedScenario } from "./suspend.ts";
import { planTakeOver, type TakeOverChoices } from "./takeOver.ts";

const MOBILE = "79990000001";

const scenario = (id: number, name: string, active = false, phones = 1): SipScenario => ({
  id,
  name,
  active,
  endpoints: [
    { type: "sip", timeout: 20 },
    ...Array.from({ length: phones }, () => ({ type: "mob", timeout: 25 })),
  ],
});

const memory = (id: number, name: string, ...numbers: string[]): RememberedScenario => ({
  id,
  values: {
    name,
    sequence_rule: "single",
    sip_timeout: 20,
    phones: numbers.map((number) => ({ number, timeout: 25 })),
    voicemail: true,
  },
  at: "2025-01-01T00:00:00Z",
  actor: "anonymous",
  entry: 1,
  certain: true,
});

function person(scenarios: SipScenario[], ...remembered: RememberedScenario[]): PersonAccount {
  return {
    account: {
      id: 7,
      name: "Анна",
      login: "7",
      role: "Продажи",
      server: "",
      number: 210,
      finally_created: true,
      aon: { id: 3, number: "74950000000" },
      sip_scenarios: scenarios,
    },
    remembered,
  };
}

const anna = person([scenario(70, "Днём", true), scenario(71, "SIP", false, 0)]);
const boris = { id: 8, number: 211, name: "Борис" };
const kinds = (steps: readonly PlannedStep[]) => steps.map(({ row }) => row.step.kind);
const steps = (planned: readonly PlannedStep[]) => planned.map(({ row }) => row.step);

const toAnna = (number_id: number, sip_id = 7): Forwarding => ({
  number_type: "ate",
  number_id,
  type: "sip",
  sip_id,
  cli_type: "N",
});
const viaCrm = (number_id: number): Forwarding => ({
  number_type: "ate",
  number_id,
  type: "bitrix",
  host: "office.bitrix24.ru",
  cli_type: "N",
  type_default: "sip",
  cli_type_default: "Y",
  sip_id: 7,
});

describe("numbers that lead to an account", () => {
  it("are those whose calls go to it by themselves or past a CRM", () => {
    const saved = { at: "", actor: "", entry: 1, certain: true };
    const all = [
      { ...saved, values: toAnna(1) },
      { ...saved, values: viaCrm(2), certain: false },
      { ...saved, values: toAnna(3, 70) },
      { ...saved, values: { number_type: "ate", number_id: 4, type: "empty" } as const },
    ];
    const found = numbersTo(7, all, ({ number_id }) => `7495${number_id}`);
    expect(found.map(({ key, certain, number }) => [key, certain, number])).toEqual([
      ["ate1", true, "74951"],
      ["ate2", false, "74952"],
    ]);
  });

  it("are redirected by a request that the provider takes, with the number that is shown", () => {
    for (const values of [toAnna(1), viaCrm(2)]) {
      for (const goal of [boris, MOBILE, undefined]) {
        const body = redirect(values, goal);
        expect(z.safeParse(forwarding, body).error).toBeUndefined();
        expect(JSON.stringify(body)).not.toContain('"sip_id":7,');
      }
    }
    expect(redirect(toAnna(1), boris)).toMatchObject({ type: "sip", sip_id: 8, cli_type: "N" });
    expect(redirect(viaCrm(1), MOBILE)).toMatchObject({
      type: "bitrix",
      type_default: "number",
      destination_number: MOBILE,
    });
    expect(redirect(viaCrm(1), undefined)).toMatchObject({ type_default: "empty" });
  });
});

describe("somebody who leaves", () => {
  const numbers = [
    { key: "ate1", values: toAnna(1), certain: true, number: "74951" },
    { key: "ate2", values: toAnna(2), certain: true, number: "74952" },
    { key: "ate3", values: toAnna(3), certain: false, number: "74953" },
  ];
  const choices: LeaveChoices = {
    isDeleted: false,
    goal: boris,
    phone: MOBILE,
    newPassword: true,
    aon: undefined,
    numbers: {},
    scenarioName: "Ушёл",
  };
  const plan = (change: Partial<LeaveChoices> = {}, who = anna) =>
    planLeave(who, numbers, { ...choices, ...change }, (digits) => `+${digits}`);

  it("is locked out first; then their calls go elsewhere, those of uncertain numbers do not", () => {
    expect(steps(plan())).toEqual([
      { kind: "newPassword", id: 7 },
      { kind: "setForwarding", body: redirect(toAnna(1), boris) },
      { kind: "setForwarding", body: redirect(toAnna(2), boris) },
      {
        kind: "createScenario",
        id: 7,
        body: {
          name: "Ушёл",
          sequence_rule: "single",
          sip_timeout: 0,
          phones: [{ number: MOBILE, timeout: 30 }],
          voicemail: false,
        },
      },
      { kind: "activateScenario", id: 7, name: "Ушёл" },
    ]);
    expect(plan()[1]?.row).toMatchObject({ number: "210", name: "+74951", before: toAnna(1) });
    expect(plan()[4]?.row.before).toEqual({ active_scenario: { name: "Днём" } });
  });

  it("has each number go where it was chosen", () => {
    const planned = plan({ numbers: { ate1: "same", ate2: "off" } });
    const bodies = steps(planned).flatMap((step) =>
      step.kind === "setForwarding" ? [step.body] : [],
    );
    expect(bodies).toEqual([{ number_type: "ate", number_id: 2, type: "empty" }]);
  });

  it("whose account is deleted leaves nothing that leads to it", () => {
    const planned = plan({ isDeleted: true, goal: undefined, numbers: { ate1: "same" }, aon: 4 });
    expect(kinds(planned)).toEqual(["setForwarding", "setForwarding", "deleteAccount"]);
    expect(planned[2]?.says).toEqual({ what: "deleteAccount", scenarios: 2 });
  });

  it("gets another caller ID last, and none where it is theirs already", () => {
    expect(plan({ aon: 4 }).at(-1)?.row).toMatchObject({
      step: { kind: "updateAccount", id: 7, body: { aon: 4 } },
      before: { aon: 3 },
    });
    expect(plan({ aon: 3 }).at(-1)?.row.step.kind).toBe("activateScenario");
  });

  it("twice replaces the scenario of the first time, and does not activate what is active", () => {
    const again = person([scenario(70, "Днём"), scenario(72, "ушёл ", true, 0)]);
    const planned = plan({ newPassword: false, numbers: { ate1: "same", ate2: "same" } }, again);
    expect(steps(planned)).toMatchObject([{ kind: "replaceScenario", sid: 72 }]);
  });
});

/** Anna with an active scenario that is known whole. */
const known = (...numbers: string[]) =>
  person([scenario(70, "Днём", true, numbers.length)], memory(70, "Днём", ...numbers));

describe("somebody who takes over", () => {
  const choices: TakeOverChoices = {
    name: "Борис",
    role: "Продажи",
    newPassword: true,
    phone: MOBILE,
    scenarioName: "Звонки: Борис",
  };

  it("gets the name, a password, and their mobile in the active scenario where it is known", () => {
    const planned = planTakeOver(known("79991", "79992"), choices);
    expect(steps(planned)).toEqual([
      { kind: "updateAccount", id: 7, body: { name: "Борис" } },
      { kind: "newPassword", id: 7 },
      {
        kind: "replaceScenario",
        id: 7,
        sid: 70,
        body: {
          name: "Днём",
          sequence_rule: "single",
          sip_timeout: 20,
          phones: [
            { number: MOBILE, timeout: 25 },
            { number: "79992", timeout: 25 },
          ],
          voicemail: true,
        },
      },
    ]);
    expect(planned[2]?.says).toMatchObject({ from: "79991", to: MOBILE, left: 1 });
  });

  it("gets a new scenario where saving the active one would lose what is not known", () => {
    const planned = planTakeOver(anna, { ...choices, newPassword: false });
    expect(kinds(planned)).toEqual(["updateAccount", "createScenario", "activateScenario"]);
    const [, created] = steps(planned);
    expect(created).toMatchObject({
      body: { name: "Звонки: Борис", phones: [{ number: MOBILE }] },
    });
  });

  it("has no phone but the SIP phone, or leaves the scenario as it is", () => {
    const [replaced] = steps(planTakeOver(known("79991"), { ...choices, phone: null })).slice(2);
    expect(replaced).toMatchObject({ kind: "replaceScenario", body: { phones: [] } });
    expect(kinds(planTakeOver(anna, { ...choices, phone: undefined }))).toEqual([
      "updateAccount",
      "newPassword",
    ]);
  });

  it("with a name of 255 characters gets a scenario whose name the provider takes", () => {
    const [created] = steps(
      planTakeOver(anna, { ...choices, scenarioName: `Звонки: ${"я".repeat(255)}` }),
    ).slice(2);
    expect(created?.kind === "createScenario" && created.body.name).toHaveLength(255);
  });
});

/** The journal's entry of an activation. */
const entry = (id: number, to: string, from: { id: number; name: string }): JournalEntry => ({
  id,
  at: "2025-01-01T00:00:00Z",
  actor: "anonymous",
  operation: "PATCH /sip/{id}/scenarios/{sid}",
  object: { kind: "sip", id: "7", number: "210", name: "Анна" },
  fields: { active_scenario: { id: 73, name: to } },
  before: { active_scenario: from },
  outcome: "done",
  message: null,
  batch: null,
  undoes: null,
  undoneBy: null,
});

describe("somebody who is suspended", () => {
  it("has a new password, and a scenario in which nothing rings", () => {
    const planned = planSuspend(anna, { voicemail: true, scenarioName: "Приостановлен" });
    expect(steps(planned)).toEqual([
      { kind: "newPassword", id: 7 },
      {
        kind: "createScenario",
        id: 7,
        body: {
          name: "Приостановлен",
          sequence_rule: "single",
          sip_timeout: 0,
          phones: [],
          voicemail: true,
        },
      },
      { kind: "activateScenario", id: 7, name: "Приостановлен" },
    ]);
  });

  const away = person([scenario(70, "Днём"), scenario(71, "SIP"), scenario(73, "Suspended", true)]);
  it("is seen by the active scenario, in either language", () => {
    expect(suspendedScenario(away.account.sip_scenarios)?.id).toBe(73);
    expect(suspendedScenario([scenario(1, " приостановлен", true)])?.id).toBe(1);
    expect(suspendedScenario([scenario(1, "Приостановлен"), scenario(2, "SIP", true)])).toBe(
      undefined,
    );
  });

  it("goes back to the scenario that the journal saw active before", () => {
    const entries = [
      entry(9, "Приостановлен", { id: 73, name: "Suspended" }),
      entry(8, "Suspended", { id: 71, name: "SIP" }),
      entry(7, "SIP", { id: 70, name: "Днём" }),
    ];
    expect(scenarioBefore(away, entries)?.id).toBe(71);
    expect(scenarioBefore(away, entries.slice(2))).toBeUndefined();
    expect(scenarioBefore(away, [entry(8, "Suspended", { id: 99, name: "Нет" })])).toBe(undefined);
  });

  it("gets a new password before the calls come back; the scenario goes last, if at all", () => {
    const back = scenario(71, "SIP");
    const all = planResume(away, { scenario: back, tidies: true, newPassword: true });
    expect(steps(all)).toEqual([
      { kind: "newPassword", id: 7 },
      { kind: "activateScenario", id: 7, name: "SIP", sid: 71 },
      { kind: "deleteScenario", id: 7, sid: 73, name: "Suspended" },
    ]);
    const few = planResume(away, { scenario: back, tidies: false, newPassword: false });
    expect(kinds(few)).toEqual(["activateScenario"]);
  });
});
