import type { ScenarioBody } from "../batch/batch.ts";
import {
  accountRow,
  newPassword,
  type PersonAccount,
  type PlannedStep,
  setScenario,
} from "./person.ts";
import { forwardingStep, type Goal, type PointingNumber } from "./redirect.ts";

/** Seconds that the phone rings to which the calls of the extension go. */
export const RING_SECONDS = 30;

/** Where calls to an external number go: with the others, nowhere, or still to the account. */
export type NumberChoice = "follow" | "off" | "same";

export interface LeaveChoices {
  isDeleted: boolean;
  /** Where the calls of the external numbers go. */
  goal: Goal;
  /** Digits of the phone that rings for calls to the extension; undefined for none. */
  phone: string | undefined;
  newPassword: boolean;
  /** Id of another caller ID. */
  aon: number | undefined;
  /** By the key of each number; those that are not named follow. */
  numbers: Readonly<Record<string, NumberChoice | undefined>>;
  /** The name of the scenario that takes the calls, in the language of the page. */
  scenarioName: string;
}

/**
 * What is sent as a person leaves: first the password, so that the old phone is out; then where the
 * calls go. A deleted account needs nothing but the numbers that lead to it.
 */
export function planLeave(
  person: PersonAccount,
  numbers: readonly PointingNumber[],
  choices: LeaveChoices,
  phone: (digits: string) => string,
): PlannedStep[] {
  const { account } = person;
  const forwarded = numbers.flatMap((one) => {
    const choice = choices.numbers[one.key] ?? "follow";
    // Nothing can lead to an account that is gone.
    if (!one.certain || (choice === "same" && !choices.isDeleted)) return [];
    const about = { number: String(account.number), name: phone(one.number ?? "") };
    return [forwardingStep(one, choice === "follow" ? choices.goal : undefined, about)];
  });
  if (choices.isDeleted) return [...forwarded, deletion(person)];
  return [
    ...(choices.newPassword ? [newPassword(person)] : []),
    ...forwarded,
    ...setScenario(person, leftScenario(choices)),
    ...callerId(person, choices.aon),
  ];
}

function leftScenario({ scenarioName, phone }: LeaveChoices): ScenarioBody {
  return {
    name: scenarioName,
    sequence_rule: "single",
    // The phone of who has left does not ring, even where it is still registered.
    sip_timeout: 0,
    phones: phone === undefined ? [] : [{ number: phone, timeout: RING_SECONDS }],
    voicemail: false,
  };
}

function deletion(person: PersonAccount): PlannedStep {
  const { id, sip_scenarios: scenarios } = person.account;
  return {
    row: accountRow(person, { kind: "deleteAccount", id }),
    says: { what: "deleteAccount", scenarios: scenarios.length },
  };
}

function callerId(person: PersonAccount, aon: number | undefined): PlannedStep[] {
  const { id, aon: now } = person.account;
  if (aon === undefined || aon === now?.id) return [];
  const row = accountRow(
    person,
    { kind: "updateAccount", id, body: { aon } },
    { aon: now?.id ?? null },
  );
  return [{ row, says: { what: "callerId", id: aon } }];
}
