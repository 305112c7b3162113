import type { OnlineDay, OnlinePoint } from "#api/history.ts";
import type { WatchedState } from "#api/history.ts";
import type { Db } from "#server/store/schema.ts";
import type { Store } from "#server/store/store.ts";

const DAY_MS = 24 * 60 * 60_000;
/** A picture of a day is not wider than so many points. */
const STEP_MS = 5 * 60_000;

/** How many accounts were online through the last 24 hours. Throws `StoreError`. */
export async function readDay(store: Store, now: number): Promise<OnlineDay> {
  const start = now - DAY_MS;
  const { states, changes, gaps, look } = await store.use(async (db) => ({
    states: await db
      .selectFrom("watch_states")
      .select("state")
      .where("kind", "=", "sip")
      .where("state", "!=", "absent")
      .execute(),
    changes: await readChanges(db, start),
    gaps: await db
      .selectFrom("watch_gaps")
      .select(["from_at", "to_at", "reason"])
      .where("kind", "=", "sip")
      .where("to_at", ">", start)
      .orderBy("to_at")
      .execute(),
    look: await db
      .selectFrom("watch_looks")
      .selectAll()
      .where("kind", "=", "sip")
      .executeTakeFirst(),
  }));
  const isFailing = look !== undefined && look.failing_since !== null;
  const open = isFailing
    ? [{ from_at: look.looked_at, to_at: now, reason: "unreadable" as const }]
    : [];
  return {
    from: iso(start),
    points: countBack(states, changes, start),
    gaps: [...gaps, ...open].map(({ from_at, to_at, reason }) => ({
      from: iso(Math.max(from_at, start)),
      to: iso(to_at),
      reason,
    })),
    lookedAt: look === undefined ? null : iso(look.looked_at),
  };
}

type State = WatchedState | "absent";

interface Change {
  at: number;
  state: State;
  /** Null for the first one of an object. */
  previous: State | null;
}

/** The changes since a moment, newest first, each with the state before it. */
function readChanges(db: Db, start: number): Promise<Change[]> {
  return db
    .selectFrom("watch_changes as change")
    .select(["change.at", "change.state"])
    .select((change) =>
      change
        .selectFrom("watch_changes as earlier")
        .select("earlier.state")
        .whereRef("earlier.kind", "=", "change.kind")
        .whereRef("earlier.object_id", "=", "change.object_id")
        .whereRef("earlier.at", "<", "change.at")
        .orderBy("earlier.at", "desc")
        .limit(1)
        .as("previous"),
    )
    .where("change.kind", "=", "sip")
    .where("change.at", ">", start)
    .orderBy("change.at", "desc")
    .execute();
}

/**
 * Counts from what is now back to the start: each step holds the fewest that were online within it,
 * so that a short drop is seen.
 */
function countBack(
  states: readonly { state: State }[],
  changes: readonly Change[],
  start: number,
): OnlinePoint[] {
  let online = states.filter(({ state }) => state === "online").length;
  let total = states.length;
  const points = new Map<number, OnlinePoint>();
  const note = (at: number) => {
    const step = Math.max(start, Math.floor(at / STEP_MS) * STEP_MS);
    const known = points.get(step);
    if (known === undefined || online < known.online) {
      points.set(step, { at: iso(step), online, total });
    }
  };
  let counted = Infinity;
  for (const { at, state, previous } of changes) {
    // All that one look found came at once.
    if (at < counted) note(at);
    counted = at;
    online += Number(previous === "online") - Number(state === "online");
    total += Number(isListed(previous)) - Number(isListed(state));
  }
  note(start);
  return [...points.values()].toSorted((a, b) => a.at.localeCompare(b.at));
}

const isListed = (state: State | null) => state === "online" || state === "offline";

const iso = (ms: number) => new Date(ms).toISOString();
