import { useSyncExternalStore } from "react";
import { readStored, writeStored } from "#i18n/storage.ts";
import { createStore } from "#lib/createStore.ts";

/** Of this tab, over a reload. */
const STORED = "pult.selected";

function read(): ReadonlySet<number> {
  try {
    const ids: unknown = JSON.parse(readStored(STORED, true) ?? "[]");
    return new Set(Array.isArray(ids) ? ids.map(Number) : []);
  } catch {
    return new Set();
  }
}

const selection = createStore(read());
/** Where a range begins: the account that was ticked or unticked last. */
let anchor: number | undefined;

/** The ids of the accounts that are ticked; some may not exist any more. */
export const useSelection = () => useSyncExternalStore(selection.subscribe, selection.get);

export const useIsSelected = (id: number) =>
  useSyncExternalStore(selection.subscribe, () => selection.get().has(id));

/** Ticks or unticks accounts; without any given, unticks all. */
export function select(on = false, ids: Iterable<number> = selection.get()): void {
  const next = new Set(selection.get());
  for (const id of ids)
    if (on) next.add(id);
    else next.delete(id);
  selection.set(next);
  writeStored(STORED, JSON.stringify([...next]), true);
}

/** Ticks or unticks one account; with `range`, all from the one before to it, as listed. */
export function toggleSelected(
  id: number,
  range: boolean,
  listed: readonly { id: number }[],
): void {
  const on = !selection.get().has(id);
  const [from = -1, to = -1] = [anchor, id]
    .map((one) => listed.findIndex((row) => row.id === one))
    .sort((one, other) => one - other);
  const isRange = range && from >= 0;
  select(on, isRange ? listed.slice(from, to + 1).map((row) => row.id) : [id]);
  anchor = id;
}
