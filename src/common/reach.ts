import { useSyncExternalStore } from "react";
import { isApiError } from "#api/errors.ts";

/** Whether our server answers: not at all, or not before one has signed in to what is before it. */
export type Reach = "ok" | "offline" | "login";

let reach: Reach = "ok";
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

/** Failures of a time that is over: what could not be read then is being read again. */
const over = new WeakSet<object>();

/** From here on a failure to reach the server is not told any more: nothing is left to do about it. */
export function forgive(error: unknown): void {
  const by = reachBy(error);
  if (isApiError(error) && by !== undefined && by !== "ok") over.add(error);
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
  return (error) => {
    if (isApiError(error) && over.has(error)) return true;
    return told !== "ok" && told === reachBy(error);
  };
}
