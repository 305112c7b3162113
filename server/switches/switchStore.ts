import { randomUUID } from "node:crypto";
import type { JournalKind } from "#api/journal.ts";
import type { Forwarding } from "#api/forwarding.ts";
import type { SwitchReason, SwitchSubject, TimedSwitch } from "#api/switches.ts";
import { SWITCH_REASONS } from "#api/switches.ts";
import { ProxyError } from "#proxy/proxyError.ts";
import type { Db, SwitchesTable, SwitchOutcome } from "#server/store/schema.ts";

export type Row = SwitchesTable;

/** What ended without doing anything is shown for so long, unless somebody hides it. */
const SHOWN_MS = 7 * 24 * 60 * 60_000;
/** Not what needed nothing. */
const SHOWN = SWITCH_REASONS.filter((reason) => reason !== "already");
/** What ended is kept for so long: the journal has it for good. */
const KEPT_MS = 30 * 24 * 60 * 60_000;

/** A switch that is to be set. */
export interface NewSwitch {
  subject: SwitchSubject;
  number: string | null;
  name: string | null;
}

export const subjectOf = ({ subject }: Row): SwitchSubject => JSON.parse(subject) as SwitchSubject;

/** What has one open switch at most. */
export function objectIdOf(subject: SwitchSubject): string {
  switch (subject.kind) {
    case "scenario":
      return String(subject.account);
    case "direction":
      return subject.code;
    case "forwarding":
      return numberKey(subject.set);
  }
}

/** The two kinds of connection may have the same id. */
const numberKey = ({ number_type: type, number_id: id }: Forwarding) => `${type}/${id}`;

/** What its entries in the journal are about. */
export function journalObject(subject: SwitchSubject): { kind: JournalKind; id: string | null } {
  switch (subject.kind) {
    case "scenario":
      return { kind: "sip", id: String(subject.account) };
    case "direction":
      return { kind: "directions", id: null };
    case "forwarding":
      return { kind: "external", id: String(subject.set.number_id) };
  }
}

/** What the journal says of a switch, besides its moment. */
export function journalFields(subject: SwitchSubject): Record<string, unknown> {
  switch (subject.kind) {
    case "scenario":
      return { scenario: subject.scenario, back: subject.back };
    case "direction":
      return { codes: [subject.code] };
    case "forwarding":
      return { forwarding: subject.set, back: subject.back };
  }
}

/** Those that people see, the next one first. */
export async function readShown(db: Db, now: number): Promise<TimedSwitch[]> {
  const rows = await db
    .selectFrom("switches")
    .selectAll()
    .where((row) =>
      row.or([
        row("ended_at", "is", null),
        row.and([
          row("ended_at", ">", now - SHOWN_MS),
          row("dismissed", "=", 0),
          row("outcome", "in", SHOWN),
        ]),
      ]),
    )
    .orderBy("until_at")
    .orderBy("id")
    .execute();
  return rows.map(show);
}

function show(row: Row): TimedSwitch {
  const { id, number, name, actor, trouble, ended_at: endedAt, outcome, message } = row;
  const reason = SWITCH_REASONS.find((one): one is SwitchReason => one === outcome);
  return {
    id,
    subject: subjectOf(row),
    number,
    name,
    actor,
    trouble,
    until: iso(row.until_at),
    ended: endedAt === null || reason === undefined ? null : { at: iso(endedAt), reason, message },
  };
}

/** Throws `ProxyError` (404). */
export async function readRow(db: Db, id: string): Promise<Row> {
  const row = await db.selectFrom("switches").selectAll().where("id", "=", id).executeTakeFirst();
  if (row === undefined) throw new ProxyError("unknown-path", "There is no such switch.");
  return row;
}

/** One that can still be changed and cancelled. Throws `ProxyError` (404, 409). */
export async function readOpen(db: Db, id: string, now: number): Promise<Row> {
  const row = await readRow(db, id);
  if (row.ended_at !== null || isUnderWay(row, now)) throw over();
  return row;
}

const over = () => new ProxyError("switch-over", "The switch has ended, or is being carried out.");

const isUnderWay = ({ claimed, next_at: nextAt }: Row, now: number) =>
  claimed === 1 && nextAt !== null && nextAt > now;

/** Adds a switch in the place of the one that its object has. Throws `ProxyError` (409). */
export async function addSwitch(
  db: Db,
  { subject, number, name }: NewSwitch,
  { until, now, actor, since }: { until: number; now: number; actor: string; since: number },
): Promise<string> {
  const key = { kind: subject.kind, object_id: objectIdOf(subject) };
  const old = await db
    .selectFrom("switches")
    .selectAll()
    .where((row) => row.and(key))
    .where("ended_at", "is", null)
    .executeTakeFirst();
  if (old !== undefined) {
    if (isUnderWay(old, now)) throw over();
    await endSwitch(db, old, "replaced", { at: now });
  }
  const id = randomUUID();
  await db
    .insertInto("switches")
    .values({
      id,
      ...key,
      number,
      name,
      subject: JSON.stringify(subject),
      until_at: until,
      created_at: now,
      actor,
      since_entry: since,
      next_at: until,
      attempts: 0,
      claimed: 0,
      dismissed: 0,
    })
    .execute();
  return id;
}

/** A new moment; what was in its way before does not count. Throws `ProxyError` (409). */
export async function moveSwitch(db: Db, row: Row, until: number): Promise<void> {
  const values = { until_at: until, next_at: until, claimed: 0, trouble: null };
  if (!(await update(db, row, values))) throw over();
}

/** False where it has ended, or another attempt has begun, since `row` was read. */
export function endSwitch(
  db: Db,
  row: Row,
  outcome: SwitchOutcome,
  { at, message = null }: { at: number; message?: string | null },
): Promise<boolean> {
  const values = { ended_at: at, outcome, message: message?.replaceAll("\0", "\uFFFD") ?? null };
  return update(db, row, { ...values, next_at: null, claimed: 0, trouble: null });
}

/** Changes an open switch as it was read; false where an attempt or a person has changed it since. */
export async function update(db: Db, row: Row, values: Partial<Row>): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable("switches")
    .set(values)
    .where("id", "=", row.id)
    .where("ended_at", "is", null)
    .where("attempts", "=", row.attempts)
    .where("next_at", "=", row.next_at)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function dismiss(db: Db, id: string): Promise<void> {
  const row = await readRow(db, id);
  if (row.ended_at === null) throw new ProxyError("switch-over", "The switch has not ended.");
  await db.updateTable("switches").set({ dismissed: 1 }).where("id", "=", id).execute();
}

/** What is to be carried out, the earliest moment first. */
export function readDue(db: Db, now: number): Promise<Row[]> {
  return db
    .selectFrom("switches")
    .selectAll()
    .where("next_at", "<=", now)
    .orderBy("until_at")
    .orderBy("id")
    .execute();
}

/** Those whose moment has not come. */
export function readWaiting(db: Db, now: number): Promise<Row[]> {
  return db
    .selectFrom("switches")
    .selectAll()
    .where("next_at", ">", now)
    .where("claimed", "=", 0)
    .execute();
}

export async function prune(db: Db, now: number): Promise<void> {
  await db
    .deleteFrom("switches")
    .where("ended_at", "<", now - KEPT_MS)
    .execute();
}

export const iso = (ms: number) => new Date(ms).toISOString();
