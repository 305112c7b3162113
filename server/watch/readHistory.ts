import type { History, listWatched, readHistory as readHistoryOperation } from "#api/history.ts";
import type { StateChange, StateGap, WatchedKind, WatchedState } from "#api/history.ts";
import type { Request, Result } from "#api/operation.ts";
import type { Store } from "#server/store/store.ts";
import { NEVER, readLook } from "./recordLook.ts";

const DAY_MS = 24 * 60 * 60_000;

type Query = NonNullable<Request<typeof readHistoryOperation>["query"]>;

/** The states of one object between two moments. Throws `StoreError`. */
export async function readHistory(
  store: Store,
  { kind, id }: { kind: WatchedKind; id: number | string },
  query: Query,
  now: number,
): Promise<History> {
  const to = query.to === undefined ? now : Date.parse(query.to);
  const from = query.from === undefined ? to - DAY_MS : Date.parse(query.from);
  const { rows, earlier, gaps, look } = await store.use(async (db) => {
    const changes = db
      .selectFrom("watch_changes")
      .select(["at", "state"])
      .where("kind", "=", kind)
      .where("object_id", "=", Number(id));
    return {
      rows: await changes.where("at", ">=", from).where("at", "<=", to).orderBy("at").execute(),
      earlier: await changes
        .where("at", "<", from)
        .orderBy("at", "desc")
        .limit(1)
        .executeTakeFirst(),
      gaps: await db
        .selectFrom("watch_gaps")
        .select(["from_at", "to_at", "reason"])
        .where("kind", "=", kind)
        .where("to_at", ">", from)
        .where("from_at", "<", to)
        .orderBy("to_at")
        .execute(),
      look: await readLook(db, kind),
    };
  });
  const isOpen = look !== undefined && look.failing_since !== null && look.looked_at < to;
  const unread = isOpen
    ? [{ from_at: look.looked_at, to_at: Math.min(to, now), reason: "unreadable" as const }]
    : [];
  const absent = absences([...(earlier === undefined ? [] : [earlier]), ...rows], to);
  return {
    before: earlier === undefined ? null : (toChange(earlier) ?? null),
    changes: rows.flatMap((row) => toChange(row) ?? []),
    gaps: [...gaps, ...unread, ...absent]
      .map(({ from_at, to_at, reason }): StateGap => ({
        from: iso(Math.max(from_at, from)),
        to: iso(Math.min(to_at, to)),
        reason,
      }))
      .filter((gap) => gap.from < gap.to)
      .toSorted((a, b) => a.from.localeCompare(b.from)),
    lookedAt: look === undefined ? null : iso(look.looked_at),
  };
}

type ChangeRow = { at: number; state: WatchedState | "absent" };

function toChange({ at, state }: ChangeRow): StateChange | undefined {
  return state === "absent" ? undefined : { at: iso(at), state };
}

/** The times in which the provider did not list it. */
function absences(rows: readonly ChangeRow[], end: number) {
  return rows.flatMap(({ at, state }, index) =>
    state === "absent"
      ? [{ from_at: at, to_at: rows[index + 1]?.at ?? end, reason: "absent" as const }]
      : [],
  );
}

/** Since when everything has its state. Throws `StoreError`. */
export async function readWatched(
  store: Store,
  { after }: NonNullable<Request<typeof listWatched>["query"]>,
  everyMs: number,
): Promise<Result<typeof listWatched>> {
  const { rows, looks, gaps } = await store.use(async (db) => ({
    rows: await db
      .selectFrom("watch_states")
      .selectAll()
      .where("state", "!=", "absent")
      .where("since", ">", after === undefined ? 0 : Date.parse(after))
      .orderBy("kind", "desc")
      .orderBy("object_id")
      .execute(),
    looks: await db.selectFrom("watch_looks").selectAll().execute(),
    // The last of each kind.
    gaps: await db
      .selectFrom("watch_gaps")
      .selectAll()
      .where("to_at", "=", (gap) =>
        gap
          .selectFrom("watch_gaps as later")
          .select((later) => later.fn.max("later.to_at").as("to_at"))
          .whereRef("later.kind", "=", "watch_gaps.kind"),
      )
      .execute(),
  }));
  const sip = looks.find(({ kind }) => kind === "sip");
  const failingSince = sip?.failing_since ?? null;
  return {
    items: rows.flatMap((row) => {
      const { kind, object_id: id, state, since, exact, before_state, before_at } = row;
      if (state === "absent") return [];
      return {
        kind,
        id,
        state,
        since: iso(since),
        exact: exact === 1,
        before:
          before_state === null || before_at === null
            ? null
            : { state: before_state, at: iso(before_at) },
      };
    }),
    gaps: gaps.map(({ kind, from_at, to_at, reason }) => ({
      kind,
      from: iso(from_at),
      to: iso(to_at),
      reason,
    })),
    lookedAt: sip === undefined || sip.looked_at === NEVER ? null : iso(sip.looked_at),
    every: Math.round(everyMs / 1000),
    unreadableSince: failingSince === null ? null : iso(failingSince),
  };
}

const iso = (ms: number) => new Date(ms).toISOString();
