import type { Availability, listAvailability } from "#api/availability.ts";
import type { Request, Result } from "#api/operation.ts";
import type { WatchChangesTable } from "#server/store/schema.ts";
import type { Store } from "#server/store/store.ts";
import { readLook } from "./recordLook.ts";

/** Both in milliseconds since 1970. */
interface Interval {
  from: number;
  to: number;
}

type State = WatchChangesTable["state"];

const WEEK_MS = 7 * 24 * 60 * 60_000;
/** Among 5,000 accounts it takes a third of a second: who asks the same gets the same. */
const KEPT_MS = 60_000;

type Query = NonNullable<Request<typeof listAvailability>["query"]>;
type Answer = Result<typeof listAvailability>;

const kept = new WeakMap<Store, { key: string; at: number; answer: Promise<Answer> }>();

/**
 * How often each account went offline, and its share of the time online; at most a minute old. Throws
 * `StoreError`.
 */
export function readAvailability(store: Store, query: Query, now: number): Promise<Answer> {
  const key = JSON.stringify(query);
  const last = kept.get(store);
  if (last?.key === key && now >= last.at && now < last.at + KEPT_MS) return last.answer;
  const answer = compute(store, query, now);
  kept.set(store, { key, at: now, answer });
  answer.catch(() => kept.delete(store));
  return answer;
}

async function compute(store: Store, query: Query, now: number): Promise<Answer> {
  const from = query.from === undefined ? now - WEEK_MS : Date.parse(query.from);
  const { accounts, changes, gaps, look } = await store.use(async (db) => ({
    accounts: await db
      .selectFrom("watch_states as account")
      .select("account.object_id as id")
      .select((account) =>
        account
          .selectFrom("watch_changes as earlier")
          .select("earlier.state")
          .whereRef("earlier.kind", "=", "account.kind")
          .whereRef("earlier.object_id", "=", "account.object_id")
          .where("earlier.at", "<=", from)
          .orderBy("earlier.at", "desc")
          .limit(1)
          .as("state"),
      )
      .where("account.kind", "=", "sip")
      .where("account.state", "!=", "absent")
      .execute(),
    changes: await db
      .selectFrom("watch_changes")
      .select(["object_id as id", "at", "state"])
      .where("kind", "=", "sip")
      .where("at", ">", from)
      .orderBy("at")
      .execute(),
    gaps: await db
      .selectFrom("watch_gaps")
      .select(["from_at as from", "to_at as to"])
      .where("kind", "=", "sip")
      .where("to_at", ">", from)
      .execute(),
    look: await readLook(db, "sip"),
  }));
  const end = look?.looked_at ?? from;
  const counting =
    query.working === undefined ? [{ from, to: now }] : parseIntervals(query.working);
  const known = counting.flatMap((interval) =>
    without({ from: Math.max(interval.from, from), to: Math.min(interval.to, end) }, gaps),
  );
  const lives = new Map(accounts.map(({ id, state }) => [id, [{ at: from, state }]]));
  for (const { id, at, state } of changes) lives.get(id)?.push({ at, state });
  return {
    items: Array.from(lives, ([id, life]) => measure(id, life, end, known)),
  };
}

/** `life`: the state in which the time begins, and each change, in order. */
function measure(
  id: number,
  life: readonly { at: number; state: State | null }[],
  end: number,
  known: readonly Interval[],
): Availability {
  const time = { online: 0, offline: 0 };
  let drops = 0;
  let last: State | null = null;
  for (const [index, { at, state }] of life.entries()) {
    if (state === "absent" || state === null) continue;
    if (state === "offline" && last === "online") drops += 1;
    last = state;
    time[state] += overlap({ from: at, to: life[index + 1]?.at ?? end }, known);
  }
  const all = time.online + time.offline;
  return { id, drops, share: all === 0 ? null : time.online / all };
}

function overlap({ from, to }: Interval, intervals: readonly Interval[]): number {
  let sum = 0;
  for (const one of intervals) sum += Math.max(0, Math.min(to, one.to) - Math.max(from, one.from));
  return sum;
}

/** What is left of an interval. */
function without(whole: Interval, gaps: readonly Interval[]): Interval[] {
  let left = [whole];
  for (const gap of gaps) {
    left = left.flatMap(({ from, to }) => [
      { from, to: Math.min(to, gap.from) },
      { from: Math.max(from, gap.to), to },
    ]);
    left = left.filter(({ from, to }) => from < to);
  }
  return left;
}

const parseIntervals = (text: string) =>
  text.split(",").map((interval): Interval => {
    const [from = 0, to = 0] = interval.split("/").map((end) => Date.parse(end));
    return { from, to };
  });
