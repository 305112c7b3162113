import * as z from "zod/mini";
import type { RememberedScenario } from "#api/remembered.ts";
import type { SipScenario } from "#api/sipScenarios.ts";
import { updateSipAccount } from "#api/sipChanges.ts";
import type { AccountChange, NewRow } from "#domain/batch/batch.ts";
import { wholeBody } from "#domain/scenarios/wholeBody.ts";
import type { SipRow } from "#domain/sip/rows.ts";
import { foldText } from "#lib/search.ts";

/** What all accounts are to get; what is undefined stays as it is. */
export interface BulkChange {
  /** A name, in which `{name}`, `{extension}` and `{n}` (1, 2, 3…) are filled in. */
  pattern?: string | undefined;
  role?: string | undefined;
  /** Id of a number, and the number itself where the office's numbers are known. */
  aon?: { id: number; number?: string | undefined } | undefined;
  /** Seconds, of the first scenario of each account. */
  sipTimeout?: number | undefined;
  /** Seconds, of all phones of that scenario. */
  phoneTimeout?: number | undefined;
  /** Name of the scenario to activate. */
  scenario?: string | undefined;
}

/** What the list of accounts does not hold. */
export interface Details {
  role: string;
  scenarios: readonly SipScenario[];
  remembered: readonly RememberedScenario[];
}

/** Why an account can't be changed as wanted. */
export type BulkProblem =
  | "name"
  /** It has no scenario. */
  | "noScenario"
  /** None of this name. */
  | "noNamed"
  /** The provider does not return its phones, and Pult does not know them: saving would lose them. */
  | "unknownScenario"
  /** Its details could not be read. */
  | "unread";

export interface PlannedAccount {
  id: number;
  account: SipRow;
  /** What will be sent; empty where all is as wanted already. */
  rows: NewRow[];
  problems: BulkProblem[];
}

/** Whether a change needs what the list does not hold. */
export function needsDetails({ role, sipTimeout, phoneTimeout, scenario }: BulkChange): boolean {
  return [role, sipTimeout, phoneTimeout, scenario].some((value) => value !== undefined);
}

const PLACEHOLDERS: Readonly<Record<string, "name" | "extension" | "n">> = {
  name: "name",
  имя: "name",
  extension: "extension",
  добавочный: "extension",
  n: "n",
  номер: "n",
};

/** A pattern's name for an account; `place` counts from 1. What is no placeholder stays. */
export function fillPattern(
  pattern: string,
  { name, extension }: Pick<SipRow, "name" | "extension">,
  place: number,
): string {
  const values = { name, extension: String(extension), n: String(place) };
  return pattern
    .replaceAll(/\{\s*(\p{L}+)\s*\}/gu, (whole, word: string) => {
      const key = PLACEHOLDERS[word.toLowerCase()];
      return key === undefined ? whole : values[key];
    })
    .trim();
}

/**
 * What a change does to one account: the difference to what it is. `details` are undefined until
 * they are read; "failed" where they can't be.
 */
export function planAccount(
  account: SipRow,
  place: number,
  change: BulkChange,
  details: Details | "failed" | undefined,
): PlannedAccount {
  const planned: PlannedAccount = { id: account.id, account, rows: [], problems: [] };
  if (needsDetails(change) && details === "failed") planned.problems.push("unread");
  const known = details === "failed" ? undefined : details;
  addSettings(planned, place, change, known);
  if (known !== undefined) {
    addTimeouts(planned, change, known);
    addActivation(planned, change, known);
  }
  return planned;
}

const push = (
  { account, rows }: PlannedAccount,
  step: NewRow["step"],
  before: NewRow["before"],
): void => {
  rows.push({ number: String(account.extension), name: account.name, step, before });
};

function addSettings(
  planned: PlannedAccount,
  place: number,
  { pattern, role, aon }: BulkChange,
  details: Details | undefined,
): void {
  const { account } = planned;
  const body: AccountChange = {};
  const before: Record<string, unknown> = {};
  if (pattern !== undefined) {
    const name = fillPattern(pattern, account, place);
    const isAllowed = z.safeParse(updateSipAccount.body.shape.name, name).success;
    if (!isAllowed) planned.problems.push("name");
    else if (name !== account.name.trim()) {
      body.name = name;
      before["name"] = account.name;
    }
  }
  if (role !== undefined && details !== undefined && role.trim() !== details.role.trim()) {
    body.role = role;
    before["role"] = details.role;
  }
  if (aon !== undefined && (aon.number === undefined || aon.number !== account.callerId)) {
    body.aon = aon.id;
    before["aon"] = account.callerIdId;
  }
  if (Object.keys(body).length === 0) return;
  push(planned, { kind: "updateAccount", id: account.id, body }, before);
}

function addTimeouts(
  planned: PlannedAccount,
  { sipTimeout, phoneTimeout }: BulkChange,
  { scenarios, remembered }: Details,
): void {
  if (sipTimeout === undefined && phoneTimeout === undefined) return;
  const [first] = [...scenarios].sort((one, other) => one.id - other.id);
  if (first === undefined) return void planned.problems.push("noScenario");
  const memory = remembered.find(({ id }) => id === first.id);
  const now = wholeBody(first, memory);
  if (now === undefined) return void planned.problems.push("unknownScenario");
  const phones = now.phones.map((phone) => ({
    ...phone,
    timeout: phoneTimeout ?? phone.timeout,
  }));
  const body = { ...now, sip_timeout: sipTimeout ?? now.sip_timeout, phones };
  if (JSON.stringify(body) === JSON.stringify(now)) return;
  push(planned, { kind: "replaceScenario", id: planned.id, sid: first.id, body }, now);
}

function addActivation(
  planned: PlannedAccount,
  { scenario }: BulkChange,
  { scenarios }: Details,
): void {
  if (scenario === undefined) return;
  const wanted = foldText(scenario).trim();
  const found = scenarios.find(({ name }) => foldText(name).trim() === wanted);
  if (found === undefined) return void planned.problems.push("noNamed");
  const active = scenarios.filter((one) => one.active);
  if (active.length === 1 && active[0] === found) return;
  const before = { active_scenario: active.map(({ name }) => ({ name }))[0] };
  const { id: sid, name } = found;
  push(planned, { kind: "activateScenario", id: planned.id, sid, name }, before);
}
