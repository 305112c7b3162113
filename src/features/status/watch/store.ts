import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Change, Observation } from "./observe.ts";

export interface WatchDB extends DBSchema {
  /** By the account's id. */
  sightings: { key: number; value: Observation };
  /** In the order in which they were observed. */
  changes: { key: number; value: Change; indexes: { at: number; account: number } };
  meta: { key: "look"; value: { lastLook: number; revision: number } };
}

export interface Store {
  db: IDBPDatabase<WatchDB>;
  /** Called when the browser closes it, or another tab needs a newer version. */
  lost: () => boolean;
  close: () => void;
}

const VERSION = 1;
/** Milliseconds; some browsers never respond when their storage is broken. */
const PATIENCE_MS = 5000;

/** Opens the storage; undefined where the browser has none, denies it or does not respond. */
export async function openStore(name: string): Promise<Store | undefined> {
  let lost = false;
  const timeout = new AbortController();
  const onTimeout = () => timeout.abort();
  const unavailable = new Promise<undefined>((resolve) => {
    timeout.signal.addEventListener("abort", () => resolve(undefined));
  });
  const timer = setTimeout(onTimeout, PATIENCE_MS);
  try {
    const opening = openDB<WatchDB>(name, VERSION, {
      upgrade: (db) => {
        db.createObjectStore("sightings");
        const changes = db.createObjectStore("changes", { autoIncrement: true });
        changes.createIndex("at", "at");
        changes.createIndex("account", "account");
        db.createObjectStore("meta");
      },
      blocked: onTimeout,
      blocking: (_old, _new, event) => {
        lost = true;
        if (event.target instanceof IDBDatabase) event.target.close();
      },
      terminated: () => {
        lost = true;
      },
    });
    const db = await Promise.race([opening, unavailable]);
    if (db !== undefined) return { db, lost: () => lost, close: () => db.close() };
    // If it opens after all, it must not block another tab's upgrade.
    opening.then(
      (late) => late.close(),
      () => undefined,
    );
    return undefined;
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
