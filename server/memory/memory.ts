import type { Store } from "#server/store/store.ts";
import type { MemoryKind } from "#server/store/schema.ts";

/** What is remembered: a scenario of an account, or the forwarding of an external number. */
export interface MemoryKey {
  kind: MemoryKind;
  /** The account's id; of an external number its kind of connection. */
  parent: string;
  id: string;
}

/** What was saved last, by whom and when. */
export interface Saved {
  /** Id of the journal entry of the write. */
  entry: number;
  /** Milliseconds since 1970. */
  at: number;
  actor: string;
  /** Undefined: it is gone, or it was saved with fields that Pult does not know. */
  body: unknown;
}

export interface Remembered extends Saved {
  id: string;
  /** False while a later write has not ended, or ended in a way that is not known. */
  certain: boolean;
}

/** Notes that a write begins: until its end is known, nothing older is certain. Throws `StoreError`. */
export async function openWrite(store: Store, key: MemoryKey, entry: number): Promise<void> {
  await store.use((db) =>
    db
      .insertInto("remembered_open")
      .values({ ...toColumns(key), entry })
      .execute(),
  );
}

/** Notes that a write changed nothing. Throws `StoreError`. */
export async function closeRefused(store: Store, key: MemoryKey, entry: number): Promise<void> {
  await store.use((db) =>
    db
      .deleteFrom("remembered_open")
      .where((row) => row.and({ ...toColumns(key), entry }))
      .execute(),
  );
}

/**
 * Remembers what a write did, unless a later one is remembered already. Earlier ones no longer
 * matter, however they ended. Throws `StoreError`.
 */
export async function remember(store: Store, key: MemoryKey, saved: Saved): Promise<void> {
  const { entry, at, actor, body } = saved;
  const values = { entry, at, actor, body: body === undefined ? null : JSON.stringify(body) };
  await store.use((db) =>
    db.transaction().execute(async (transaction) => {
      await transaction
        .insertInto("remembered")
        .values({ ...toColumns(key), ...values })
        .onConflict((conflict) =>
          conflict
            .columns(["kind", "parent", "object_id"])
            .doUpdateSet(values)
            .where("remembered.entry", "<", entry),
        )
        .execute();
      await transaction
        .deleteFrom("remembered_open")
        .where((row) => row.and(toColumns(key)))
        .where("entry", "<=", entry)
        .execute();
    }),
  );
}

/** Forgets all of an account's scenarios. Throws `StoreError`. */
export async function forgetScenarios(
  store: Store,
  account: string,
  { entry, at, actor }: Omit<Saved, "body">,
): Promise<void> {
  await store.use((db) =>
    db
      .updateTable("remembered")
      .set({ entry, at, actor, body: null })
      .where("kind", "=", "scenario")
      .where("parent", "=", account)
      .where("entry", "<", entry)
      .execute(),
  );
}

/** What is remembered of a kind, of one account or connection if given. Throws `StoreError`. */
export async function readRemembered(
  store: Store,
  kind: MemoryKind,
  parent?: string,
): Promise<Remembered[]> {
  const rows = await store.use((db) => {
    let select = db
      .selectFrom("remembered")
      .selectAll()
      .select((row) =>
        row
          .exists(
            row
              .selectFrom("remembered_open as open")
              .select("open.entry")
              .whereRef("open.kind", "=", "remembered.kind")
              .whereRef("open.parent", "=", "remembered.parent")
              .whereRef("open.object_id", "=", "remembered.object_id")
              .whereRef("open.entry", ">", "remembered.entry"),
          )
          .as("is_open"),
      )
      .where("kind", "=", kind)
      .where("body", "is not", null)
      .orderBy("entry");
    if (parent !== undefined) select = select.where("parent", "=", parent);
    return select.execute();
  });
  return rows.map(({ object_id: id, entry, at, actor, body, is_open }) => ({
    id,
    entry,
    at,
    actor,
    body: JSON.parse(body ?? "null") as unknown,
    // SQLite has no booleans.
    certain: !is_open,
  }));
}

const toColumns = ({ kind, parent, id }: MemoryKey) => ({ kind, parent, object_id: id });
