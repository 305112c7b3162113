import { isJsonObject } from "#api/errorBody.ts";
import type { JournalOutcome } from "#api/journal.ts";
import { isSame } from "#lib/isSame.ts";
import { label } from "#api/operation.ts";
import { closeDirections, openDirections } from "#api/directions.ts";
import { followExternalNumber } from "#api/forwarding.ts";
import { activateScenario } from "#api/sipScenarios.ts";
import type { SwitchSubject } from "#api/switches.ts";
import type { Db } from "#server/store/schema.ts";
import { journalObject } from "./switchStore.ts";

/** An entry of the journal that concerns what a switch has set. */
export interface Change {
  id: number;
  operation: string;
  outcome: JournalOutcome;
  requestId: string;
  fields: Record<string, unknown>;
  before: Record<string, unknown> | null;
}

const ACTIVATE = label(activateScenario);
export const OPEN = label(openDirections);
const CLOSE = label(closeDirections);
const FOLLOW = label(followExternalNumber);

/** The journal's last entry; 0 where it is empty. */
export async function readLastEntry(db: Db): Promise<number> {
  const row = await db
    .selectFrom("journal")
    .select("id")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? 0;
}

/** The ids of the countries of each dial code. */
export type IdsOfCode = ReadonlyMap<string, ReadonlySet<number>>;

/** What was done through Pult after an entry to what a switch has set, the latest first. */
export async function readChanges(
  db: Db,
  subject: SwitchSubject,
  { since, idsOfCode }: { since: number; idsOfCode: IdsOfCode },
): Promise<Change[]> {
  const { kind, id } = journalObject(subject);
  let select = db
    .selectFrom("journal")
    .select(["id", "operation", "outcome", "request_id", "fields", "before"])
    .where("object_kind", "=", kind)
    .where("id", ">", since)
    .orderBy("id", "desc");
  if (id !== null) select = select.where("object_id", "=", id);
  const rows = await select.execute();
  return rows
    .map(({ id: entry, operation, outcome, request_id: requestId, fields, before }) => ({
      id: entry,
      operation,
      outcome,
      requestId,
      fields: JSON.parse(fields) as Record<string, unknown>,
      before: before === null ? null : (JSON.parse(before) as Record<string, unknown>),
    }))
    .filter((change) => concerns(subject, change, idsOfCode));
}

function concerns(
  subject: SwitchSubject,
  { operation, fields }: Change,
  idsOfCode: IdsOfCode,
): boolean {
  switch (subject.kind) {
    case "scenario":
      return operation === ACTIVATE;
    case "direction":
      if (operation === CLOSE) return listOf(fields["codes"]).includes(subject.code);
      return operation === OPEN && opens(fields, subject.code, idsOfCode);
    case "forwarding":
      return operation === FOLLOW && fields["number_type"] === subject.set.number_type;
  }
}

/** Whether a change has brought about what a switch was to go back to. */
export function leadsBack(subject: SwitchSubject, { operation, fields }: Change): boolean {
  switch (subject.kind) {
    case "scenario": {
      const active = fields["active_scenario"];
      return isJsonObject(active) && Number(active["id"]) === subject.back.id;
    }
    case "direction":
      return operation === CLOSE;
    case "forwarding":
      return isSame(fields, subject.back);
  }
}

/** Whether an opening opened a dial code: countries are opened by their ids. */
function opens(fields: Record<string, unknown>, code: string, idsOfCode: IdsOfCode): boolean {
  const ids = idsOfCode.get(code);
  return listOf(fields["direction_ids"]).some((id) => ids?.has(Number(id)) === true);
}

/** Whether nobody could call there before the opening that made it possible. */
export function wasClosedBefore({ before }: Change, code: string): boolean {
  const open = isJsonObject(before) ? before["open"] : undefined;
  return (
    Array.isArray(open) && !open.map((key) => String(key).replaceAll(/\D/g, "")).includes(code)
  );
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? (value as unknown[]) : []);
