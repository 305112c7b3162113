import { LIMITS } from "#api/fields.ts";
import { fillScenario } from "#api/fillScenario.ts";
import type { RememberedScenario } from "#api/remembered.ts";
import type { SipScenario } from "#api/sipScenarios.ts";
import type { NewRow, ScenarioBody, Step, Values } from "../batch/batch.ts";
import type { CachedAccount } from "../sip/queries.ts";

/** An account with what Pult remembers of its scenarios. */
export interface PersonAccount {
  account: CachedAccount;
  remembered: readonly RememberedScenario[];
}

/** How an account is named: its extension, and who has it. */
export interface Person {
  id: number;
  number: number;
  name: string;
}

/** One write, and what is to be said of it before it is sent. */
export interface PlannedStep {
  row: NewRow;
  says: Says;
}

type ScenarioPhone = NonNullable<ScenarioBody["phones"]>[number];

/** What a step does, as data: its sentence is in the language of the page. */
export type Says =
  | { what: "password" }
  /** Another name, another description, or both. */
  | { what: "settings"; from: string; name: string | undefined; role: string | undefined }
  | { what: "callerId"; id: number }
  /** Calls to an external number go to an account, to a phone, or nowhere. */
  | { what: "forward"; number: string; to: Person | string | undefined }
  /** A scenario that rings the SIP phone (none for 0 s) and then a phone. */
  | {
      what: "scenario";
      name: string;
      sipSeconds: number;
      phone: ScenarioPhone | undefined;
      voicemail: boolean;
    }
  /** In a scenario that exists, a phone takes the place of another one. */
  | { what: "phone"; name: string; from: string | undefined; to: string | undefined; left: number }
  | { what: "activate"; name: string; before: string | undefined }
  | { what: "deleteScenario"; name: string }
  | { what: "deleteAccount"; scenarios: number };

/** A step about the account itself. */
export function accountRow({ account }: PersonAccount, step: Step, before?: Values): NewRow {
  return { number: String(account.number), name: account.name, step, before };
}

export const newPassword = (person: PersonAccount): PlannedStep => ({
  row: accountRow(person, { kind: "newPassword", id: person.account.id }),
  says: { what: "password" },
});

export const activeScenario = ({ account }: PersonAccount): SipScenario | undefined =>
  account.sip_scenarios.find(({ active }) => active);

const isNamed = (scenario: SipScenario, name: string) =>
  scenario.name.trim().toLowerCase() === name.trim().toLowerCase();

/**
 * Makes a scenario of this body and activates it. One of the same name, as an earlier change left
 * it, is replaced rather than made twice.
 */
export function setScenario(person: PersonAccount, wanted: ScenarioBody): PlannedStep[] {
  const { id, sip_scenarios: scenarios } = person.account;
  // A long name of a person must not keep the scenario from being made.
  const name = wanted.name.slice(0, LIMITS.text.max).trim();
  const body = { ...wanted, name };
  const old = scenarios.find((one) => isNamed(one, name));
  const says: Says = {
    what: "scenario",
    name,
    sipSeconds: body.sip_timeout,
    phone: body.phones?.[0],
    voicemail: body.voicemail,
  };
  const step: Step =
    old === undefined
      ? { kind: "createScenario", id, body }
      : { kind: "replaceScenario", id, sid: old.id, body };
  const isActive = old?.active === true;
  return [
    { row: accountRow(person, step, old && { name: old.name }), says },
    ...(isActive ? [] : [activation(person, { id: old?.id, name })]),
  ];
}

/** Activates a scenario; one without an id is found by its name as the step is sent. */
export function activation(
  person: PersonAccount,
  { id: sid, name }: { id: number | undefined; name: string },
): PlannedStep {
  const { id } = person.account;
  const before = activeScenario(person)?.name;
  const known = sid === undefined ? {} : { sid };
  return {
    row: accountRow(
      person,
      { kind: "activateScenario", id, name, ...known },
      before === undefined ? undefined : { active_scenario: { name: before } },
    ),
    says: { what: "activate", name, before },
  };
}

/** The phones that a scenario rings, as far as they are known; undefined where they are not. */
export function knownPhones(
  scenario: SipScenario,
  remembered: readonly RememberedScenario[],
): string[] | undefined {
  const phones = scenario.endpoints.filter(({ type }) => type !== "sip");
  if (phones.length === 0) return [];
  const filled = fillScenario(
    scenario,
    remembered.find(({ id }) => id === scenario.id),
  );
  const numbers = filled.endpoints.flatMap(({ type, number = "" }) =>
    type === "sip" ? [] : [number.replaceAll(/\D/g, "")],
  );
  return numbers.includes("") ? undefined : numbers;
}

/** All phones that the scenarios of an account are known to ring, each once. */
export function phonesOf({ account, remembered }: PersonAccount): string[] {
  const all = account.sip_scenarios.flatMap((one) => knownPhones(one, remembered) ?? []);
  return [...new Set(all)];
}

/** Whether all phones of all scenarios are known. */
export const knowsAllPhones = ({ account, remembered }: PersonAccount): boolean =>
  account.sip_scenarios.every((one) => knownPhones(one, remembered) !== undefined);

/** The scenarios of an account that are known to ring a phone. */
export const scenariosRinging = (
  { account, remembered }: PersonAccount,
  digits: string,
): SipScenario[] =>
  account.sip_scenarios.filter((one) => knownPhones(one, remembered)?.includes(digits) === true);
