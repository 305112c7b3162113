import type { QueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { createStore } from "#lib/createStore.ts";
import { type Log, openLog } from "./log.ts";
import { subscribeToSnapshots } from "./snapshots.ts";
import { type Change, findFlapping, type StatusSnapshot, type Observation } from "./observe.ts";
import { openWatched } from "./watched.ts";

/** Whose accounts are watched: the sandbox's or the provider's. */
export type WatchMode = "sandbox" | "provider";

/** Each part keeps its identity while it does not change. */
export interface WatchState {
  /** Empty before this page's first poll: stored states may be long outdated. */
  sightings: ReadonlyMap<number, Observation>;
  /** The last 200, newest first. */
  changes: readonly Change[];
  flapping: ReadonlySet<number>;
  /** Whether any of this outlives the tab; true until the browser refuses storage. */
  stored: boolean;
  /** Whether a poll was made. */
  ready: boolean;
}

const SHOWN = 200;
const NOTHING: WatchState = {
  sightings: new Map(),
  changes: [],
  flapping: new Set(),
  stored: true,
  ready: false,
};

interface Watch {
  client: QueryClient;
  mode: WatchMode;
  log: Promise<Log>;
  stop: () => void;
}

const state = createStore(NOTHING);
let running: Watch | undefined;
let lastAt: number | undefined;
let flapTimer: ReturnType<typeof setTimeout> | undefined;
const changeListeners = new Set<(changes: readonly Change[]) => void>();

/**
 * Watches who is registered for the life of the page, by the responses that the page receives
 * anyway. Calling it again is harmless. Returns a function that ends the watch.
 */
export function startObserver(client: QueryClient, mode: WatchMode): () => void {
  if (running?.client === client && running.mode === mode) return running.stop;
  running?.stop();
  const log = openLog(`pult-watch-${mode}`);
  let queue: Promise<void> = log.then((opened) => {
    if (running === watch) show(opened);
  });
  const unsubscribe = subscribeToSnapshots(client, (snapshot) => {
    // One after another: each continues from the result of the one before.
    queue = queue.then(() => add(watch, snapshot));
  });
  const watch: Watch = {
    client,
    mode,
    log,
    stop: () => {
      unsubscribe();
      void queue.then(async () => (await log).close());
      if (running !== watch) return;
      running = undefined;
      lastAt = undefined;
      clearTimeout(flapTimer);
      set(NOTHING);
    },
  };
  running = watch;
  openWatched(mode);
  return watch.stop;
}

async function add(watch: Watch, snapshot: StatusSnapshot): Promise<void> {
  const log = await watch.log;
  if (running !== watch) return;
  const logged = await log.add(snapshot);
  if (running !== watch) return;
  lastAt = Math.max(lastAt ?? 0, snapshot.at);
  show(log, true);
  if (logged.length > 0) for (const listener of changeListeners) listener(logged);
}

/** Publishes what the log knows, and schedules the end of flapping. */
function show(log: Log, ready = state.get().ready): void {
  const { sightings, changes } = log.known();
  const { flapping } = state.get();
  const { accounts, until } = findFlapping(changes, Date.now());
  clearTimeout(flapTimer);
  if (until !== undefined) flapTimer = setTimeout(() => show(log), until - Date.now());
  set({
    sightings: ready ? sightings : NOTHING.sightings,
    changes: changes === shown.of ? shown.last : latestChanges(changes),
    flapping: isSameSet(accounts, flapping) ? flapping : accounts,
    stored: log.stored(),
    ready,
  });
}

let shown: { of: readonly Change[]; last: readonly Change[] } = { of: [], last: [] };

function latestChanges(changes: readonly Change[]): readonly Change[] {
  shown = { of: changes, last: changes.slice(0, SHOWN) };
  return shown.last;
}

function isSameSet(a: ReadonlySet<number>, b: ReadonlySet<number>): boolean {
  return a.size === b.size && [...a].every((id) => b.has(id));
}

function set(next: WatchState): void {
  const last = state.get();
  const same =
    next.sightings === last.sightings &&
    next.changes === last.changes &&
    next.flapping === last.flapping &&
    next.stored === last.stored &&
    next.ready === last.ready;
  if (!same) state.set(next);
}

/** What this browser observed. A poll that changed nothing renders nothing. */
export function useWatch(): WatchState {
  return useSyncExternalStore(state.subscribe, state.get);
}

/** When this tab last polled, in ms since 1970; undefined before the first poll. */
export function lastSnapshotAt(): number | undefined {
  return lastAt;
}

/**
 * Calls the listener with the changes that this tab logged, those of one poll together; other tabs
 * report their own. Returns the function that unsubscribes.
 */
export function onLogged(listener: (changes: readonly Change[]) => void): () => void {
  changeListeners.add(listener);
  return () => changeListeners.delete(listener);
}

/** The last 20 changes of an account, newest first. Never throws. */
export async function readAccountChanges(account: number): Promise<readonly Change[]> {
  return (await running?.log)?.changesOf(account, 20) ?? [];
}

/** All stored changes, newest first. Never throws. */
export async function readAllChanges(): Promise<readonly Change[]> {
  return (await running?.log)?.allChanges() ?? [];
}
