import { sql } from "kysely";
import type { JournalEntry, listJournal, listJournalActors } from "#api/journal.ts";
import type { Request, Result } from "#api/operation.ts";
import type { Store } from "#server/store/store.ts";
import type { Db, JournalTable } from "#server/store/schema.ts";
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
  batch?: string | null;
  /** The entry that this write takes back. */
  undoes?: number | null;
}

/** What is known of what was created only when the response is there. */
export interface Created {
  objectId?: string;
  fields?: Record<string, unknown>;
}

const PAGE_SIZE = 50;
/** A write is over by then, in milliseconds: an entry still open is of a process that died. */
const LONGEST_WRITE_MS = 60_000;

/** Puts an entry into the store before its write leaves, and returns its id. Throws `StoreError`. */
export async function beginEntry(store: Store, entry: NewEntry): Promise<number> {
  const inserted = await store.use((db) =>
    db.insertInto("journal").values(toRow(entry)).returning("id").executeTakeFirstOrThrow(),
  );
  return inserted.id;
}

/** Puts what Pult itself has done into the journal, in the transaction in which it is done. */
export async function addDoneEntry(
  db: Db,
  entry: NewEntry,
  { outcome, message }: WriteResult = { outcome: "done", message: null },
): Promise<void> {
  const completed = { outcome, message: storable(message), completed_at: entry.at };
  await db
    .insertInto("journal")
    .values({ ...toRow(entry), ...completed })
    .execute();
}

function toRow(entry: NewEntry) {
  const { at, actor, operation, subject, requestId, batch = null, undoes = null } = entry;
  const { kind, fields, before } = subject;
  const [id, number, name] = [subject.id, subject.number, subject.name].map(storable);
  return {
    at,
    actor,
    operation,
    object_kind: kind,
    object_id: id ?? null,
    object_number: number ?? null,
    object_name: name ?? null,
    fields: JSON.stringify(fields),
    before: before === null ? null : JSON.stringify(before),
    outcome: "begun" as const,
    request_id: requestId,
    batch,
    undoes,
    words: searchText([actor, operation, id, number, name, fields, before]),
  };
}

/** Says how a write ended. Throws `StoreError`: the entry then stays open, and is read as unknown. */
export async function completeEntry(
  store: Store,
  id: number,
  { outcome, message, created = {} }: WriteResult & { created?: Created | undefined },
  at: number,
): Promise<void> {
  const values = {
    outcome,
    message: storable(message),
    completed_at: at,
    ...(created.objectId === undefined ? {} : { object_id: created.objectId }),
    ...(created.fields === undefined ? {} : { fields: JSON.stringify(created.fields) }),
  };
  await store.use((db) => db.updateTable("journal").set(values).where("id", "=", id).execute());
}

/** A page of entries, newest first. Throws `StoreError`. */
export async function readJournal(
  store: Store,
  query: NonNullable<Request<typeof listJournal>["query"]>,
  now: number,
): Promise<Result<typeof listJournal>> {
  const {
    limit = PAGE_SIZE,
    before,
    kind,
    about,
    object,
    actor,
    outcome,
    batch,
    search,
    from,
    to,
  } = query;
  const rows = await store.use((db) => {
    let select = db
      .selectFrom("journal")
      .selectAll()
      .select((journal) =>
        journal
          .selectFrom("journal as later")
          .select((later) => later.fn.min<number | null>("later.id").as("id"))
          .whereRef("later.undoes", "=", "journal.id")
          .where("later.outcome", "=", "done")
          .as("undone_by"),
      )
      .orderBy("id", "desc")
      .limit(limit + 1);
    if (before !== undefined) select = select.where("id", "<", before);
    if (kind !== undefined) select = select.where("object_kind", "=", kind);
    if (about === "office") select = select.where("object_kind", "not in", ["user", "alert"]);
    if (object !== undefined) select = select.where("object_id", "=", object);
    if (actor !== undefined) select = select.where("actor", "=", actor);
    if (outcome !== undefined) select = select.where("outcome", "=", outcome);
    if (batch !== undefined) select = select.where("batch", "=", batch);
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

/** Everybody who is in the journal, by one look into its index for each. Throws `StoreError`. */
export async function readActors(store: Store): Promise<Result<typeof listJournalActors>> {
  const { rows } = await store.use((db) =>
    sql<{ actor: string }>`
      with recursive each(actor) as (
        select min(actor) from journal
        union all
        select (select min(j.actor) from journal j where j.actor > each.actor)
        from each where each.actor is not null
      )
      select actor from each where actor is not null`.execute(db),
  );
  return { actors: rows.map(({ actor }) => actor) };
}

type Row = Omit<JournalTable, "id"> & { id: number; undone_by: number | null };

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
    undoes: row.undoes,
    undoneBy: row.undone_by,
  };
}

/** PostgreSQL can't take a NUL, which a person's text or the provider's may hold. */
function storable(text: string | null): string | null {
  return text === null ? null : text.replaceAll("\0", "\uFFFD");
}

/** All that an entry says, in lower case: SQLite's own `lower` knows ASCII only. */
function searchText(parts: readonly unknown[]): string {
  return parts
    .flatMap((part) => valuesOf(part))
    .join(" ")
    .replaceAll("\0", " ")
    .toLowerCase();
}

function valuesOf(part: unknown): string[] {
  if (typeof part === "string" || typeof part === "number") return [String(part)];
  return typeof part === "object" && part !== null ? Object.values(part).flatMap(valuesOf) : [];
}

function escapeLike(word: string): string {
  return word.replaceAll(/[\\%_]/g, String.raw`\$&`);
}
