import { useSyncExternalStore } from "react";
import { writeStored, readStored } from "#i18n/storage.ts";

interface Form<T> {
  /** Makes sense of what is stored, whatever that is; nothing is stored at first. */
  read: (stored: string | null) => T;
  write: (value: T) => string;
}

/** A value in localStorage, in sync across all tabs. */
export function createStoredValue<T>({ read, write }: Form<T>) {
  let key: string | undefined;
  let value = read(null);
  const listeners = new Set<() => void>();
  const show = (next: T) => {
    value = next;
    for (const listener of listeners) listener();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  /** Another tab changed its mind, or everything was cleared. */
  const follow = (event: StorageEvent) => {
    if (key !== undefined && (event.key === key || event.key === null)) show(read(readStored(key)));
  };
  const get = () => value;
  return {
    /** From now on, what stands under this key. */
    open: (wanted: string) => {
      key = wanted;
      show(read(readStored(wanted)));
      window.addEventListener("storage", follow);
    },
    get,
    set: (next: T) => {
      show(next);
      if (key !== undefined) writeStored(key, write(next));
    },
    useValue: () => useSyncExternalStore(subscribe, get),
  };
}

/** Reads JSON; undefined where it is none. */
export function readJson(stored: string | null): unknown {
  try {
    return JSON.parse(stored ?? "");
  } catch {
    return undefined;
  }
}
