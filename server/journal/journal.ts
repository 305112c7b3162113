import { sql } from "kysely";
import type { JournalEntry, listJournal } from "#api/journal.ts";
import type { Request, Result } from "#api/operation.ts";
import type { Store } from "#server/store/store.ts";
import type { JournalTable } from "#server/store/schema.ts";
import type { WriteResult } from "./outcome.ts";
import type { Subject } from "./subject.ts";

export interface NewEntry {
  /** Milliseconds since 1970. */
  at: number;
  actor: string;
  /** `PATCH /sip/{id}`. */
  operation: string;
  subject: Subject;
  requestId: string;
}

const PAGE_SIZE = 50;
/** A write is over by then, in milliseconds: an entry still open is of a process that died. */
const LONGEST_WRITE_MS = 60_000;

/** Puts an entry into the store before its write leaves, and returns its id. Throws `StoreError`. */
export async function beginEntry(store: Store, entry: NewEntry): Promise<number> {
  const { at, actor, operation, subject, requestId } = entry;
  const { kind, id, number, name, fields, before } = subject;
  const row = {
    at,
    actor,
    operation,
    object_kind: kind,
    object_id: id,
    object_number: number,
    object_name: name,
    fields: JSON.stringify(fields),
    before: before === null ? null : JSON.stringify(before),
    outcome: "begun" as const,
    request_id: requestId,
    words: searchText([actor, operation, id, number, name, fields, before]),
  };
  const inserted = await store.use((db) =>
    db.insertInto("journal").values(row).returning("id").executeTakeFirstOrThrow(),
  );
  return inserted.id;
}

/** Says how a write ended. Throws `StoreError`: the entry then stays open, and is read as unknown. */
export async function completeEntry(
  store: Store,
  id: number,
  { outcome, message }: WriteResult,
  at: number,
): Promise<void> {
  await store.use((db) =>
    db
      .updateTable("journal")
      .set({ outcome, message, completed_at: at })
      .where("id", "=", id)
      .execute(),
  );
}

/** A page of entries, newest first. Throws `StoreError`. */
export async function readJournal(
  store: Store,
  query: NonNullable<Request<typeof listJournal>["query"]>,
  now: number,
): Promise<Result<typeof listJournal>> {
  const { limit = PAGE_SIZE, before, kind, object, actor, outcome, search, from, to } = query;
  const rows = await store.use((db) => {
    let select = db
      .selectFrom("journal")
      .selectAll()
      .orderBy("id", "desc")
      .limit(limit + 1);
    if (before !== undefined) select = select.where("id", "<", before);
    if (kind !== undefined) select = select.where("object_kind", "=", kind);
    if (object !== undefined) select = select.where("object_id", "=", object);
    if (actor !== undefined) select = select.where("actor", "=", actor);
    if (outcome !== undefined) select = select.where("outcome", "=", outcome);
    if (from !== undefined) select = select.where("at", ">=", Date.parse(from));
    if (to !== undefined) select = select.where("at", "<", Date.parse(to));
    for (const word of (search ?? "").toLowerCase().split(/\s+/).filter(Boolean)) {
      select = select.where(sql<boolean>`words like ${`%${escapeLike(word)}%`} escape '\\'`);
    }
    return select.execute();
  });
  const items = rows.slice(0, limit).map((row) => toEntry(row, now));
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null };
}

type Row = { [K in keyof JournalTable]: K extends "id" ? number : JournalTable[K] };

function toEntry(row: Row, now: number): JournalEntry {
  const isAbandoned = row.outcome === "begun" && now - row.at > LONGEST_WRITE_MS;
  return {
    id: row.id,
    at: new Date(row.at).toISOString(),
    actor: row.actor,
    operation: row.operation,
    object: {
      kind: row.object_kind,
      id: row.object_id,
      number: row.object_number,
      name: row.object_name,
    },
    fields: JSON.parse(row.fields) as Record<string, unknown>,
    before: row.before === null ? null : (JSON.parse(row.before) as Record<string, unknown>),
    outcome: isAbandoned ? "unknown" : row.outcome,
    message: row.message,
    batch: row.batch,
  };
}

/** All that an entry says, in lower case: SQLite's own `lower` knows ASCII only. */
function searchText(parts: readonly unknown[]): string {
  return parts
    .flatMap((part) => valuesOf(part))
    .join(" ")
    .toLowerCase();
}

function valuesOf(part: unknown): string[] {
  if (typeof part === "string" || typeof part === "number") return [String(part)];
  return typeof part === "object" && part !== null ? Object.values(part).flatMap(valuesOf) : [];
}

function escapeLike(word: string): string {
  return word.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
