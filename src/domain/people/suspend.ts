import type { JournalEntry } from "#api/journal.ts";
import type { SipScenario } from "#api/sipScenarios.ts";
import {
  accountRow,
  activation,
  activeScenario,
  newPassword,
  type PersonAccount,
  type PlannedStep,
  setScenario,
} from "./person.ts";

/** The scenario of a suspended account, by the language in which it was made. */
export const SUSPENDED = { ru: "Приостановлен", en: "Suspended" } as const;

const NAMES: readonly string[] = Object.values(SUSPENDED).map((name) => name.toLowerCase());
const isSuspendedName = (name: unknown) =>
  typeof name === "string" && NAMES.includes(name.trim().toLowerCase());

/** The active scenario of a suspended account; undefined where it is not suspended. */
export function suspendedScenario(scenarios: readonly SipScenario[]): SipScenario | undefined {
  return scenarios.find(({ active, name }) => active && isSuspendedName(name));
}

/** Scenarios that an account may go back to. */
export const usualScenarios = ({ account }: PersonAccount): SipScenario[] =>
  account.sip_scenarios.filter(({ name }) => !isSuspendedName(name));

export interface SuspendChoices {
  /** Whether who calls may leave a message. */
  voicemail: boolean;
  /** The scenario's name, in the language of the page. */
  scenarioName: string;
}

/** The phone no longer registers, and nothing rings. */
export function planSuspend(person: PersonAccount, choices: SuspendChoices): PlannedStep[] {
  const { scenarioName: name, voicemail } = choices;
  const nothing = { sequence_rule: "single", sip_timeout: 0, phones: [], name, voicemail } as const;
  return [newPassword(person), ...setScenario(person, { ...nothing, phones: [] })];
}

/**
 * The scenario that was active before the account was suspended, by its journal, newest first;
 * undefined where nobody suspended it through Pult, or the scenario is gone.
 */
export function scenarioBefore(
  person: PersonAccount,
  entries: readonly JournalEntry[],
): SipScenario | undefined {
  const suspending = entries.find(
    ({ operation, outcome, fields, before }) =>
      operation === "PATCH /sip/{id}/scenarios/{sid}" &&
      outcome === "done" &&
      isSuspendedName(partOf(fields["active_scenario"], "name")) &&
      !isSuspendedName(partOf(before?.["active_scenario"], "name")),
  );
  const sid = Number(partOf(suspending?.before?.["active_scenario"], "id"));
  return usualScenarios(person).find(({ id }) => id === sid);
}

function partOf(value: unknown, key: "id" | "name"): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}

export interface ResumeChoices {
  scenario: SipScenario;
  /** The scenario that stands for "suspended" is deleted. */
  tidies: boolean;
  newPassword: boolean;
}

/** Back to how it was, with a password that the phone can be given. */
export function planResume(person: PersonAccount, choices: ResumeChoices): PlannedStep[] {
  const { id, sip_scenarios: scenarios } = person.account;
  const suspended = suspendedScenario(scenarios);
  const isActive = activeScenario(person)?.id === choices.scenario.id;
  return [
    ...(choices.newPassword ? [newPassword(person)] : []),
    ...(isActive ? [] : [activation(person, choices.scenario)]),
    ...(choices.tidies && suspended !== undefined
      ? [
          {
            row: accountRow(person, {
              kind: "deleteScenario",
              id,
              sid: suspended.id,
              name: suspended.name,
            }),
            says: { what: "deleteScenario", name: suspended.name },
          } satisfies PlannedStep,
        ]
      : []),
  ];
}
