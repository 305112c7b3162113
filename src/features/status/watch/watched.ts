import { useSyncExternalStore } from "react";
import { remember, remembered } from "#i18n/storage.ts";

const NOBODY: ReadonlySet<number> = new Set();

let key: string | undefined;
let watched = NOBODY;
const listeners = new Set<() => void>();

/** From now on the stars of this mode's accounts; those of the other are left as they are. */
export function openWatched(mode: "sandbox" | "provider"): void {
  key = `pult.watched.${mode}`;
  set(read(remembered(key)));
  window.addEventListener("storage", follow);
}

/** What was stored; what makes no sense is as if it were not there. */
function read(stored: string | null): ReadonlySet<number> {
  try {
    const ids: unknown = JSON.parse(stored ?? "[]");
    return new Set(Array.isArray(ids) ? ids.filter((id) => Number.isSafeInteger(id)) : []);
  } catch {
    return NOBODY;
  }
}

function set(next: ReadonlySet<number>): void {
  watched = next;
  for (const listener of listeners) listener();
}

/** Another tab changed its mind. */
function follow(event: StorageEvent): void {
  if (key !== undefined && (event.key === key || event.key === null)) {
    set(read(remembered(key)));
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The accounts, by id, that the person wants to be told of when they drop. */
export function useWatched(): ReadonlySet<number> {
  return useSyncExternalStore(subscribe, () => watched);
}

export function toggleWatched(id: number): void {
  const next = new Set(watched);
  if (!next.delete(id)) next.add(id);
  set(next);
  if (key !== undefined) remember(key, JSON.stringify([...next]));
}

export function isWatched(id: number): boolean {
  return watched.has(id);
}
