import { readJson, createStoredValue } from "./createStoredValue.ts";

const store = createStoredValue<ReadonlySet<number>>({
  read: (stored) => {
    const ids = readJson(stored);
    return new Set(Array.isArray(ids) ? ids.filter((id) => Number.isSafeInteger(id)) : []);
  },
  write: (ids) => JSON.stringify([...ids]),
});

/** From now on uses the stars of this mode's accounts; those of the other mode are kept. */
export function openWatched(mode: "sandbox" | "provider"): void {
  store.open(`pult.watched.${mode}`);
}

/** The ids of the accounts that the user wants to be alerted of. */
export const useWatched = store.useValue;

export function toggleWatched(id: number): void {
  const next = new Set(store.get());
  if (!next.delete(id)) next.add(id);
  store.set(next);
}

export function isWatched(id: number): boolean {
  return store.get().has(id);
}
