import type { WatchedKind, WatchedState } from "#api/history.ts";
import type { Account } from "#sandbox/account.ts";
import type { Office } from "#sandbox/office.ts";
import { type Random, randomFrom } from "#sandbox/random.ts";
import { getRegistration } from "#sandbox/registration.ts";
import { isOnline } from "#sandbox/status.ts";
import type { Store } from "#server/store/store.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const DAYS = 30;
/** As many accounts have a past. */
const MAX_ACCOUNTS = 200;
/** Rows of one statement. */
const ROWS_AT_ONCE = 1_000;

interface Change {
  at: number;
  state: WatchedState;
}

/**
 * Fills the history of a sandbox office with a made-up past of 30 days that ends in its present
 * states, so that a first visit shows what the history is for. The same seed makes the same past.
 * Throws `StoreError`.
 */
export async function fillSandboxHistory(store: Store, office: Office): Promise<void> {
  const now = office.now();
  const accounts = [...office.accounts.values()].slice(0, MAX_ACCOUNTS);
  const lives = [
    ...accounts.map((account) => ({
      kind: "sip" as const,
      id: account.id,
      changes: liveAccount(office, account, now),
    })),
    ...office.externalNumbers.flatMap((row) =>
      row.id === null || row.type !== "ate"
        ? []
        : [{ kind: "external" as const, id: row.id, changes: liveNumber(office, row.id, now) }],
    ),
  ];
  await store.use((db) =>
    db.transaction().execute(async (trx) => {
      const rows = lives.flatMap(({ kind, id, changes }) =>
        changes.map(({ at, state }) => ({ kind, object_id: id, at, state })),
      );
      for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
        // oxlint-disable-next-line no-await-in-loop -- one connection
        await trx
          .insertInto("watch_changes")
          .values(rows.slice(from, from + ROWS_AT_ONCE))
          .execute();
      }
      const states = lives.flatMap(({ kind, id, changes }) => {
        const [before, last] = changes.slice(-2);
        if (before === undefined || last === undefined) return [];
        const { state, at: since } = last;
        const known = { before_state: before.state, before_at: since - 30_000 };
        return [{ kind, object_id: id, state, since, exact: 1, ...known }];
      });
      if (states.length > 0) await trx.insertInto("watch_states").values(states).execute();
      for (const kind of ["sip", "external"] as const) {
        // oxlint-disable no-await-in-loop -- one connection
        await trx.insertInto("watch_gaps").values(gapsOf(kind, now)).execute();
        const look = { kind, looked_at: now, failing_since: null };
        await trx.insertInto("watch_looks").values(look).execute();
        // oxlint-enable no-await-in-loop
      }
    }),
  );
}

/** The provider could not be read three days ago, and Pult was updated ten days ago. */
const gapsOf = (kind: WatchedKind, now: number) => [
  {
    kind,
    from_at: now - 10 * DAY_MS,
    to_at: now - 10 * DAY_MS + 4 * MINUTE_MS,
    reason: "stopped" as const,
  },
  {
    kind,
    from_at: now - 3 * DAY_MS,
    to_at: now - 3 * DAY_MS + 25 * MINUTE_MS,
    reason: "unreadable" as const,
  },
];

/** Most phones stand on a desk, some go home with their owner, and one in ten is hardly used. */
function liveAccount(office: Office, account: Account, now: number): Change[] {
  const random = randomFrom(office.seed * 1000 + account.id);
  const draw = random.next();
  const changes: Change[] = [];
  for (let day = DAYS; day >= 0; day--) {
    const morning = new Date(now - day * DAY_MS).setHours(0, 0, 0, 0);
    const weekday = new Date(morning).getDay();
    const isWorking = weekday !== 0 && weekday !== 6;
    if (draw < 0.6) changes.push(...drops(random, morning, isWorking ? 0.2 : 0.05));
    else if (draw < 0.9 && isWorking) {
      changes.push({ at: morning + 8 * HOUR_MS + minutes(random, 30, 100), state: "online" });
      if (random.chance(0.15)) changes.push(...drops(random, morning, 1));
      changes.push({ at: morning + 17 * HOUR_MS + minutes(random, 30, 150), state: "offline" });
    } else if (draw >= 0.9 && random.chance(0.15)) {
      const at = morning + minutes(random, 600, 700);
      changes.push({ at, state: "online" });
      changes.push({ at: at + minutes(random, 5, 90), state: "offline" });
    }
  }
  const start: Change = {
    at: now - DAYS * DAY_MS - minutes(random, 1, 600),
    state: draw < 0.6 ? "online" : "offline",
  };
  return endingIn(isOnline(office, account), [start, ...changes], random, now);
}

function liveNumber(office: Office, id: number, now: number): Change[] {
  const random = randomFrom(office.seed * 2000 + id);
  const row = office.externalNumbers.find((one) => one.id === id);
  const changes: Change[] = [{ at: now - DAYS * DAY_MS - HOUR_MS, state: "online" }];
  for (let day = DAYS; day >= 0; day--) {
    const morning = new Date(now - day * DAY_MS).setHours(0, 0, 0, 0);
    changes.push(...drops(random, morning, 0.1));
  }
  const isRegistered = row !== undefined && getRegistration(office, row).registered;
  return endingIn(isRegistered, changes, random, now);
}

/** Off for some minutes within working hours. */
function drops(random: Random, morning: number, probability: number): Change[] {
  if (!random.chance(probability)) return [];
  const at = morning + minutes(random, 10 * 60, 16 * 60);
  return [
    { at, state: "offline" },
    { at: at + minutes(random, 1, 25), state: "online" },
  ];
}

/** Each a change of the one before, in order, and the last one to the state of now. */
function endingIn(
  online: boolean,
  wanted: readonly Change[],
  random: Random,
  now: number,
): Change[] {
  const changes: Change[] = [];
  for (const change of wanted.toSorted((a, b) => a.at - b.at)) {
    const last = changes.at(-1);
    const isPast = change.at < now - 2 * MINUTE_MS;
    if (isPast && change.state !== last?.state && change.at > (last?.at ?? -Infinity)) {
      changes.push(change);
    }
  }
  const state = online ? "online" : "offline";
  const last = changes.at(-1);
  if (last === undefined || last.state === state) return changes;
  const latest = now - MINUTE_MS;
  return [...changes, { at: Math.min(latest, last.at + minutes(random, 20, 600)), state }];
}

const minutes = (random: Random, least: number, most: number) =>
  random.int(least * 60, most * 60) * 1000;
