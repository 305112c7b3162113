import type { IDBPTransaction } from "idb";
import {
  type Change,
  MAX_AGE_MS,
  type StatusSnapshot,
  observe,
  type Observation,
} from "./observe.ts";
import { openStore, type Store, type WatchDB } from "./store.ts";

/** The number of changes that are stored, in IndexedDB or, if that fails, in memory. */
export const MAX_CHANGES = 10_000;
/** The newest of them that are kept in memory: more than 10 minutes of flapping. */
const AT_HAND = 1000;
const PRUNE_EVERY_MS = 3_600_000;
/** After so many changes, pruning does not wait for the hour. */
const PRUNE_AFTER = 1000;

/** What is known; each part keeps its identity while it does not change. */
export interface WatchMemory {
  sightings: ReadonlyMap<number, Observation>;
  /** Newest first. */
  changes: readonly Change[];
}

export interface Log {
  /** False where nothing outlives the tab. */
  readonly stored: () => boolean;
  readonly known: () => WatchMemory;
  /**
   * Adds a poll; returns the changes that it logged: none that another tab logged before. A poll
   * older than another tab's is ignored. Never throws.
   */
  add: (snapshot: StatusSnapshot) => Promise<readonly Change[]>;
  /** The last changes of one account, newest first. Never throws. */
  changesOf: (account: number, most: number) => Promise<readonly Change[]>;
  /** Everything that is stored, newest first. Never throws. */
  allChanges: () => Promise<readonly Change[]>;
  close: () => void;
}

interface Memory extends WatchMemory {
  lastLook: number | undefined;
  /** Counts the writes of all tabs: tells whether memory still equals the storage. */
  revision: number;
}

type Transaction = IDBPTransaction<
  WatchDB,
  ("sightings" | "changes" | "meta")[],
  "readonly" | "readwrite"
>;
type Writing = IDBPTransaction<WatchDB, ("sightings" | "changes" | "meta")[], "readwrite">;

const STORES: ("sightings" | "changes" | "meta")[] = ["sightings", "changes", "meta"];

/**
 * Opens the log of this name. Tabs share it: each poll is one transaction, in which a tab first reads
 * what other tabs observed. If the storage fails, the log continues in memory.
 */
export async function openLog(name: string, clock: () => number = Date.now): Promise<Log> {
  let memory: Memory = { sightings: new Map(), changes: [], lastLook: undefined, revision: 0 };
  let store: Store | undefined = await openStore(name);
  let pruned = -Infinity;
  let unpruned = 0;

  /** Runs it on the storage; once that fails, the storage is never used again. */
  async function attempt<T>(action: (db: Store["db"]) => Promise<T>): Promise<T | undefined> {
    if (store?.lost() !== false) return undefined;
    try {
      return await action(store.db);
    } catch {
      store.close();
      store = undefined;
      return undefined;
    }
  }

  async function stored(db: Store["db"], snapshot: StatusSnapshot): Promise<readonly Change[]> {
    const tx = db.transaction(STORES, "readwrite", { durability: "relaxed" });
    try {
      const before = await reloadIfStale(tx, memory);
      const { after, logged } = applySnapshot(before, snapshot, clock());
      await write(tx, before, after, logged);
      unpruned += logged.length;
      const due = clock() - pruned > PRUNE_EVERY_MS || unpruned > PRUNE_AFTER;
      if (due) await prune(tx, clock());
      await tx.done;
      if (due) [pruned, unpruned] = [clock(), 0];
      memory = { ...after, changes: truncate(after.changes, AT_HAND) };
      return logged;
    } catch (error) {
      // Both fail for the same reason; report it once.
      tx.done.catch(() => undefined);
      throw error;
    }
  }

  await attempt(async (db) => {
    memory = await reloadIfStale(db.transaction(STORES), memory);
  });

  return {
    stored: () => store?.lost() === false,
    known: () => memory,
    add: async (snapshot) => {
      const logged = await attempt((db) => stored(db, snapshot));
      if (logged !== undefined) return logged;
      const next = applySnapshot(memory, snapshot, clock());
      memory = { ...next.after, changes: truncate(next.after.changes, MAX_CHANGES) };
      return next.logged;
    },
    changesOf: async (account, most) => {
      const found = await attempt((db) => db.getAllFromIndex("changes", "account", account));
      const all = found?.reverse() ?? memory.changes.filter((one) => one.account === account);
      return all.slice(0, most);
    },
    allChanges: async () => {
      const found = await attempt((db) => db.getAll("changes"));
      return found?.reverse() ?? memory.changes;
    },
    close: () => store?.close(),
  };
}

function truncate<T>(all: readonly T[], most: number): readonly T[] {
  return all.length > most ? all.slice(0, most) : all;
}

/** Applies a poll: the new memory, and the changes to be logged. */
function applySnapshot(
  before: Memory,
  snapshot: StatusSnapshot,
  now: number,
): { after: Memory; logged: Change[] } {
  const { lastLook } = before;
  // Older than what is known, by a correct clock: another tab's poll overtook it.
  const late = lastLook !== undefined && snapshot.at <= lastLook && lastLook <= now;
  if (late) return { after: before, logged: [] };
  const { known, changes } = observe(before.sightings, snapshot, lastLook);
  const wrote = known !== before.sightings || changes.length > 0;
  const after: Memory = {
    sightings: known,
    changes: changes.length === 0 ? before.changes : [...[...changes].reverse(), ...before.changes],
    lastLook: snapshot.at,
    revision: before.revision + (wrote ? 1 : 0),
  };
  return { after, logged: [...changes] };
}

/** The memory if no other tab has written, else what is stored. */
async function reloadIfStale(tx: Transaction, memory: Memory): Promise<Memory> {
  const meta = await tx.objectStore("meta").get("look");
  if (meta === undefined) return { ...memory, sightings: new Map(), lastLook: undefined };
  if (meta.revision === memory.revision) return { ...memory, lastLook: meta.lastLook };
  const sightings = tx.objectStore("sightings");
  const [ids, seen] = await Promise.all([sightings.getAllKeys(), sightings.getAll()]);
  const changes: Change[] = [];
  let cursor = await tx.objectStore("changes").openCursor(null, "prev");
  while (cursor !== null && changes.length < AT_HAND) {
    changes.push(cursor.value);
    cursor = await cursor.continue();
  }
  const pairs = ids.flatMap((id, index): [number, Observation][] => {
    const observation = seen[index];
    return observation === undefined ? [] : [[id, observation]];
  });
  return { ...meta, sightings: new Map(pairs), changes };
}

/** Writes what differs, and that a poll was made. */
async function write(tx: Writing, before: Memory, after: Memory, logged: readonly Change[]) {
  if (after === before) return;
  const work: Promise<unknown>[] = [];
  if (after.sightings !== before.sightings) {
    const sightings = tx.objectStore("sightings");
    for (const [id, observation] of after.sightings) {
      if (before.sightings.get(id) !== observation) work.push(sightings.put(observation, id));
    }
    for (const id of before.sightings.keys()) {
      if (!after.sightings.has(id)) work.push(sightings.delete(id));
    }
  }
  for (const change of logged) work.push(tx.objectStore("changes").add(change));
  const { lastLook = 0, revision } = after;
  work.push(tx.objectStore("meta").put({ lastLook, revision }, "look"));
  await Promise.all(work);
}

/** Deletes changes older than a week, and the oldest beyond the maximum. */
async function prune(tx: Writing, now: number): Promise<void> {
  const changes = tx.objectStore("changes");
  const old = await changes.index("at").getAllKeys(IDBKeyRange.upperBound(now - MAX_AGE_MS, true));
  await Promise.all(old.map((key) => changes.delete(key)));
  const surplus = (await changes.count()) - MAX_CHANGES;
  if (surplus <= 0) return;
  const last = (await changes.getAllKeys(null, surplus)).at(-1);
  if (last !== undefined) await changes.delete(IDBKeyRange.upperBound(last));
}
