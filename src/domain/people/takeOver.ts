import type { AccountChange } from "../batch/batch.ts";
import { type WholeBody, wholeBody } from "../scenarios/wholeBody.ts";
import {
  accountRow,
  activeScenario,
  newPassword,
  type PersonAccount,
  type PlannedStep,
  setScenario,
} from "./person.ts";

/** Seconds of a new scenario: the SIP phone, then the mobile. */
const SIP_SECONDS = 20;
const PHONE_SECONDS = 25;

export interface TakeOverChoices {
  /** Who has the extension from now on. */
  name: string;
  role: string;
  newPassword: boolean;
  /** Digits of the mobile that rings; null for none; undefined leaves the scenario as it is. */
  phone: string | null | undefined;
  /** The name of a scenario that is made for it, in the language of the page. */
  scenarioName: string;
}

/** What is sent as somebody takes over the extension of somebody else. */
export function planTakeOver(person: PersonAccount, choices: TakeOverChoices): PlannedStep[] {
  return [
    ...settings(person, choices),
    ...(choices.newPassword ? [newPassword(person)] : []),
    ...ringing(person, choices),
  ];
}

function settings(person: PersonAccount, { name, role }: TakeOverChoices): PlannedStep[] {
  const { account } = person;
  const body: AccountChange = {};
  if (name !== account.name.trim()) body.name = name;
  if (role !== account.role.trim()) body.role = role;
  if (Object.keys(body).length === 0) return [];
  const before = { name: account.name, role: account.role };
  const row = accountRow(person, { kind: "updateAccount", id: account.id, body }, before);
  return [
    { row, says: { what: "settings", from: account.name, name: body.name, role: body.role } },
  ];
}

/**
 * The active scenario rings the other mobile where Pult knows it whole. Where it does not, saving it
 * would lose what is not known: a new one takes its place.
 */
function ringing(person: PersonAccount, choices: TakeOverChoices): PlannedStep[] {
  const { phone, scenarioName: name } = choices;
  if (phone === undefined) return [];
  const active = activeScenario(person);
  const memory = person.remembered.find(({ id }) => id === active?.id);
  const known = active && wholeBody(active, memory);
  if (active === undefined || known === undefined) {
    const phones = phone === null ? [] : [{ number: phone, timeout: PHONE_SECONDS }];
    return setScenario(person, {
      name,
      sequence_rule: "single",
      sip_timeout: SIP_SECONDS,
      phones,
      voicemail: active?.voicemail ?? false,
    });
  }
  const [first, ...others] = known.phones;
  const timeout = first?.timeout ?? PHONE_SECONDS;
  const phones = phone === null ? [] : [{ number: phone, timeout }, ...others];
  const body: WholeBody = { ...known, phones };
  if (JSON.stringify(body.phones) === JSON.stringify(known.phones)) return [];
  const { id } = person.account;
  return [
    {
      row: accountRow(person, { kind: "replaceScenario", id, sid: active.id, body }, known),
      says: {
        what: "phone",
        name: known.name,
        from: first?.number,
        to: phone ?? undefined,
        left: phone === null ? 0 : others.length,
      },
    },
  ];
}
