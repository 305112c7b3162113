import { useSyncExternalStore } from "react";
import { isApiError } from "#api/errors.ts";

/** Whether our server answers: not at all, or not before one has signed in to what is before it. */
export type Reach = "ok" | "offline" | "login";

let reach: Reach = "ok";
/** Whether what could not be read meanwhile is being read again. */
let catchingUp = false;
const listeners = new Set<() => void>();

/** What a failed request says of that; any answer of the server's says that it answers. */
export function reachBy(error: unknown): Reach | undefined {
  if (!isApiError(error)) return undefined;
  if (error.kind === "offline") return "offline";
  if (error.kind === "timeout") return undefined;
  return error.refusal === "login" ? "login" : "ok";
}

export const reachNow = (): Reach => reach;

export function setReach(next: Reach): void {
  if (next === reach) return;
  reach = next;
  for (const listener of listeners) listener();
}

/** While it lasts, no failure of before is told: nothing of it is left to do. */
export async function whileCatchingUp(reading: Promise<unknown>): Promise<void> {
  setCatchingUp(true);
  await reading;
  setCatchingUp(false);
}

function setCatchingUp(now: boolean): void {
  catchingUp = now;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useReach(): Reach {
  return useSyncExternalStore(subscribe, reachNow);
}

/**
 * Whether a failure is what the frame of the page tells already, for all that is on screen, or has
 * told until just now.
 */
export function useIsToldAbove(): (error: unknown) => boolean {
  const told = useReach();
  const isOver = useSyncExternalStore(subscribe, () => catchingUp);
  return (error) => {
    const by = reachBy(error) ?? "ok";
    return by !== "ok" && (isOver || told === by);
  };
}
