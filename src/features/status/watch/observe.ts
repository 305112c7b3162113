import type { SipState } from "#domain/sip/rows.ts";

export type ObservedState = Exclude<SipState, "unknown">;

/** The longest time between two polls of one unbroken watch: the slowest interval with retries. */
export const GAP_MS = 150_000;
/** How long an observation is kept after the account was last seen. */
export const MAX_AGE_MS = 7 * 24 * 3_600_000;
const FLAP_MS = 10 * 60_000;
const FLAP_CHANGES = 3;

/** What this browser or the server observed of one account. All times in ms since 1970. */
export interface Observation {
  state: ObservedState;
  /** The poll that first found this state in one unbroken watch. */
  since: number;
  /** Whether the change itself was watched: the poll just before found another state. */
  exact: boolean;
  /** What the last poll before `since` had found. */
  before?: { state: ObservedState; at: number };
  /** The last poll that found the account, once a later one did not. */
  gone?: number;
  /** Absent on what this browser observed itself. */
  source?: "server";
  /** The last time since `since` in which the server did not look. */
  gap?: { from: number; to: number };
}

/** A state that became another one between the polls at `after` and at `at`. */
export interface Change {
  account: number;
  name: string;
  extension: number | undefined;
  from: ObservedState;
  to: ObservedState;
  at: number;
  after: number;
}

export interface StatusSnapshot {
  at: number;
  states: ReadonlyMap<number, ObservedState>;
  who: (account: number) => Pick<Change, "name" | "extension">;
}

export interface Observed {
  known: ReadonlyMap<number, Observation>;
  changes: readonly Change[];
}

/** Whether the change happened during an unbroken watch: the previous poll was not long ago. */
export function wasWatched({ at, after }: Pick<Change, "at" | "after">): boolean {
  return at - after <= GAP_MS;
}

/**
 * Applies one more poll. What did not change stays the same object, down to the map itself.
 * An account that the poll does not have (a page vanished between two polls)
 * keeps its observation. A clock that was set back shortens spans, never below zero.
 */
export function observe(
  known: ReadonlyMap<number, Observation>,
  snapshot: StatusSnapshot,
  lastLook: number | undefined,
): Observed {
  const next = new Map(known);
  const changes: Change[] = [];
  let same = true;
  const put = (account: number, observation: Observation | undefined) => {
    same = false;
    if (observation === undefined) next.delete(account);
    else next.set(account, observation);
  };
  for (const [account, state] of snapshot.states) {
    const old = known.get(account);
    const seen = observeAccount(old, state, snapshot.at, lastLook);
    if (seen === old) continue;
    put(account, seen);
    if (old === undefined || seen.before === undefined || old.state === state) continue;
    const { name, extension } = snapshot.who(account);
    const after = seen.before.at;
    changes.push({ account, name, extension, from: old.state, to: state, at: snapshot.at, after });
  }
  for (const [account, old] of known) {
    if (snapshot.states.has(account)) continue;
    const kept = observeMissing(old, snapshot.at, lastLook);
    if (kept !== old) put(account, kept);
  }
  return { known: same ? known : next, changes };
}

function observeAccount(
  old: Observation | undefined,
  state: ObservedState,
  at: number,
  lastLook: number | undefined,
): Observation {
  const last = old?.gone ?? lastLook;
  if (old === undefined || last === undefined) return { state, since: at, exact: false };
  const gap = at - last;
  // Too long ago, or in the future by a wrong clock: unusable.
  if (gap > MAX_AGE_MS || gap < -GAP_MS) return { state, since: at, exact: false };
  const unbroken = gap <= GAP_MS;
  if (unbroken && old.state === state) return continueObservation(old, at);
  const before = { state: old.state, at: Math.min(last, at) };
  return { state, since: at, exact: unbroken, before };
}

/** The same state in the same watch; a new object only where a part of it must change. */
function continueObservation(old: Observation, at: number): Observation {
  if (old.gone === undefined && old.since <= at) return old;
  const { gone: _back, ...observation } = old;
  return observation.since <= at
    ? observation
    : { ...observation, since: at, ...clampBefore(old, at) };
}

function observeMissing(
  old: Observation,
  at: number,
  lastLook: number | undefined,
): Observation | undefined {
  const gone = old.gone ?? lastLook ?? at;
  if (at - gone > MAX_AGE_MS) return undefined;
  if (old.gone === gone && gone <= at) return old;
  const since = Math.min(old.since, at);
  return { ...old, since, ...clampBefore(old, at), gone: Math.min(gone, at) };
}

/** What was before, no later than now. */
function clampBefore({ before }: Observation, at: number): Pick<Observation, "before"> {
  return before === undefined ? {} : { before: { ...before, at: Math.min(before.at, at) } };
}

export interface Flapping {
  accounts: ReadonlySet<number>;
  /** When the next of them stops flapping without another change; in ms since 1970. */
  until: number | undefined;
}

/**
 * The accounts that went on and off at least 3 times in 10 minutes. Excludes changes from "being
 * created", and unwatched changes, whose time is unknown.
 */
export function findFlapping(changes: readonly Change[], now: number): Flapping {
  const times = new Map<number, number[]>();
  for (const change of changes) {
    const { account, from, to, at } = change;
    const recent = at > now - FLAP_MS && at <= now && wasWatched(change);
    if (!recent || from === "creating" || to === "creating") continue;
    times.set(account, [...(times.get(account) ?? []), at]);
  }
  const ends = [...times].flatMap(([account, all]) => {
    const third = all.sort((a, b) => b - a)[FLAP_CHANGES - 1];
    return third === undefined ? [] : [{ account, until: third + FLAP_MS }];
  });
  return {
    accounts: new Set(ends.map(({ account }) => account)),
    until: ends.length === 0 ? undefined : Math.min(...ends.map(({ until }) => until)),
  };
}
