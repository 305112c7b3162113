import { useEffect, useRef, useState } from "react";
import type { SipState } from "#domain/sip/rows.ts";
import type { ItemState } from "./items.ts";

/** Milliseconds for which a drop flashes, and for which its tile has a frame. */
export const FLASH_MS = 3000;
export const FRAME_MS = 10 * 60_000;

export interface Drop {
  /** When this page saw it; in ms since 1970. */
  at: number;
  flashing: boolean;
}
type Drops = ReadonlyMap<string, Drop>;

/** Those that were online and are offline now. */
export function findDropped(
  before: ReadonlyMap<string, SipState>,
  items: readonly ItemState[],
): string[] {
  return items
    .filter(({ key, state }) => state === "offline" && before.get(key) === "online")
    .map(({ key }) => key);
}

/** What dropped a moment ago, as this page saw it, by the item's key. */
export function useDrops(items: readonly ItemState[]): Drops {
  const [drops, setDrops] = useState<Drops>(new Map());
  const before = useRef<ReadonlyMap<string, SipState>>(new Map());
  const timers = useRef(new Set<ReturnType<typeof setTimeout>>());
  useEffect(() => {
    const dropped = findDropped(before.current, items);
    // What a filter hides for a moment is remembered.
    before.current = new Map([
      ...before.current,
      ...items.map(({ key, state }) => [key, state] as const),
    ]);
    if (dropped.length === 0) return;
    const at = Date.now();
    const change = (next: Drop | undefined) => (known: Drops) => replace(known, at, next);
    setDrops(
      (known) =>
        new Map([...known, ...dropped.map((key) => [key, { at, flashing: true }] as const)]),
    );
    timers.current.add(setTimeout(() => setDrops(change({ at, flashing: false })), FLASH_MS));
    timers.current.add(setTimeout(() => setDrops(change(undefined)), FRAME_MS));
  }, [items]);
  useEffect(() => {
    const { current } = timers;
    return () => current.forEach(clearTimeout);
  }, []);
  return drops;
}

/** Replaces the drops of a moment; those that dropped again later stay as they are. */
function replace(known: Drops, at: number, next: Drop | undefined): Drops {
  return new Map(
    [...known].flatMap(([key, drop]) => {
      if (drop.at !== at) return [[key, drop] as const];
      return next === undefined ? [] : [[key, next] as const];
    }),
  );
}
