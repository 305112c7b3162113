import type { WatchedKind, WatchedState } from "#api/history.ts";
import type { Db, WatchStatesTable } from "#server/store/schema.ts";
import type { Store } from "#server/store/store.ts";
import { takeLease } from "./lease.ts";

/** One complete look at all objects of a kind. */
export interface Look {
  kind: WatchedKind;
  /** When the provider was asked; milliseconds since 1970, as all moments here. */
  at: number;
  states: ReadonlyMap<number, WatchedState>;
}

/** `looked_at` of a kind that could never be read so far. */
export const NEVER = 0;

/** What the last look found of one object. */
export type Known = Omit<WatchStatesTable, "kind" | "object_id">;
/** By the object's id. */
export type KnownStates = ReadonlyMap<number, Known>;

/** A state that became another one, found by the look at `at`. */
export interface SeenChange {
  kind: WatchedKind;
  id: number;
  /** Undefined for an object that was never seen before. */
  from: Known["state"] | undefined;
  to: Known["state"];
  at: number;
  exact: boolean;
}

export interface RecordedLook {
  known: KnownStates;
  changes: readonly SeenChange[];
}

/** The states that the last look stored. Throws `StoreError`. */
export async function readKnown(store: Store, kind: WatchedKind): Promise<KnownStates> {
  const rows = await store.use((db) =>
    db.selectFrom("watch_states").selectAll().where("kind", "=", kind).execute(),
  );
  return new Map(rows.map((row) => [row.object_id, row]));
}

/**
 * Stores what a look changed, and the gap before it if it is more than `gapMs` later than the one
 * before. All or nothing, and nothing (undefined) if another instance has taken over. Throws
 * `StoreError`.
 */
export async function recordLook(
  store: Store,
  look: Look,
  known: KnownStates,
  { holder, gapMs }: { holder: string; gapMs: number },
): Promise<RecordedLook | undefined> {
  const { kind, at } = look;
  return store.use((db, engine) =>
    db.transaction().execute(async (trx) => {
      if (!(await takeLease(trx, engine, holder))) return undefined;
      const last = await readLook(trx, kind);
      // By a clock that was set back: it goes on from where the store is.
      if (last !== undefined && at <= last.looked_at) return { known, changes: [] };
      const isBroken = last === undefined || at - last.looked_at > gapMs;
      if (last !== undefined && isBroken) {
        const reason = last.failing_since === null ? "stopped" : "unreadable";
        const gap = { kind, from_at: last.looked_at, to_at: at, reason } as const;
        await trx.insertInto("watch_gaps").values(gap).execute();
      }
      const recorded = compare(look, known, isBroken ? undefined : last.looked_at, last?.looked_at);
      await storeChanges(trx, kind, recorded);
      await storeLook(trx, kind, { looked_at: at, failing_since: null });
      return recorded;
    }),
  );
}

/** Notes that looking fails: the gap that follows is then one of reading. Throws `StoreError`. */
export async function recordFailure(
  store: Store,
  kind: WatchedKind,
  at: number,
  holder: string,
): Promise<void> {
  await store.use((db, engine) =>
    db.transaction().execute(async (trx) => {
      if (!(await takeLease(trx, engine, holder))) return;
      await trx
        .insertInto("watch_looks")
        .values({ kind, looked_at: NEVER, failing_since: at })
        .onConflict((conflict) =>
          conflict
            .column("kind")
            .doUpdateSet({ failing_since: at })
            .where("watch_looks.failing_since", "is", null),
        )
        .execute();
    }),
  );
}

/** The last look that succeeded; undefined before the first one. */
export const readLook = (db: Db, kind: WatchedKind) =>
  db
    .selectFrom("watch_looks")
    .selectAll()
    .where("kind", "=", kind)
    .where("looked_at", ">", NEVER)
    .executeTakeFirst();

/** `watchedAt` is the look right before, undefined after a gap; `lastAt` the last one of all. */
function compare(
  { kind, at, states }: Look,
  known: KnownStates,
  watchedAt: number | undefined,
  lastAt: number | undefined,
): RecordedLook {
  const next = new Map(known);
  const changes: SeenChange[] = [];
  const put = (id: number, state: Known["state"]) => {
    const old = known.get(id);
    if (old?.state === state) return;
    const wasSeen = old !== undefined && old.state !== "absent";
    const exact = watchedAt !== undefined && wasSeen;
    const before = wasSeen ? { before_state: old.state, before_at: lastAt ?? null } : NOT_SEEN;
    next.set(id, { state, since: at, exact: Number(exact), ...before } as Known);
    changes.push({ kind, id, from: old?.state, to: state, at, exact });
  };
  for (const [id, state] of states) put(id, state);
  for (const id of known.keys()) if (!states.has(id)) put(id, "absent");
  return { known: changes.length === 0 ? known : next, changes };
}

const NOT_SEEN = { before_state: null, before_at: null };

/** PostgreSQL takes at most 65,535 parameters in a statement, SQLite 32,766. */
const ROWS_AT_ONCE = 1_000;

async function storeChanges(
  db: Db,
  kind: WatchedKind,
  { known, changes }: RecordedLook,
): Promise<void> {
  for (let from = 0; from < changes.length; from += ROWS_AT_ONCE) {
    const part = changes.slice(from, from + ROWS_AT_ONCE);
    const rows = part.map(({ id, at, to: state }) => ({ kind, object_id: id, at, state }));
    const states = part.flatMap(({ id }) => {
      const state = known.get(id);
      return state === undefined ? [] : [{ kind, object_id: id, ...state }];
    });
    // oxlint-disable no-await-in-loop -- one connection
    await db.insertInto("watch_changes").values(rows).execute();
    await db
      .insertInto("watch_states")
      .values(states)
      .onConflict((conflict) =>
        conflict.columns(["kind", "object_id"]).doUpdateSet((row) => ({
          state: row.ref("excluded.state"),
          since: row.ref("excluded.since"),
          exact: row.ref("excluded.exact"),
          before_state: row.ref("excluded.before_state"),
          before_at: row.ref("excluded.before_at"),
        })),
      )
      .execute();
    // oxlint-enable no-await-in-loop
  }
}

async function storeLook(
  db: Db,
  kind: WatchedKind,
  look: { looked_at: number; failing_since: number | null },
): Promise<void> {
  await db
    .insertInto("watch_looks")
    .values({ kind, ...look })
    .onConflict((conflict) => conflict.column("kind").doUpdateSet(look))
    .execute();
}
