import { useSyncExternalStore } from "react";
import { writeStored, readStored } from "#i18n/storage.ts";
import { createStore } from "#lib/createStore.ts";

interface Form<T> {
  /** Parses what is stored, which may be anything; nothing is stored at first. */
  read: (stored: string | null) => T;
  write: (value: T) => string;
}

/** A value in localStorage, in sync across all tabs. */
export function createStoredValue<T>({ read, write }: Form<T>) {
  let key: string | undefined;
  const store = createStore(read(null));
  /** Another tab changed the value, or everything was cleared. */
  const follow = (event: StorageEvent) => {
    if (key !== undefined && (event.key === key || event.key === null))
      store.set(read(readStored(key)));
  };
  return {
    /** From now on, reads and writes this key. */
    open: (wanted: string) => {
      key = wanted;
      store.set(read(readStored(wanted)));
      window.addEventListener("storage", follow);
    },
    get: store.get,
    set: (next: T) => {
      store.set(next);
      if (key !== undefined) writeStored(key, write(next));
    },
    useValue: () => useSyncExternalStore(store.subscribe, store.get),
  };
}

/** Parses JSON; undefined if it is invalid. */
export function readJson(stored: string | null): unknown {
  try {
    return JSON.parse(stored ?? "");
  } catch {
    return undefined;
  }
}
