import { useSyncExternalStore } from "react";
import { isApiError } from "#api/errors.ts";

/** Whether our server answers: not at all, or not before one has signed in to what is before it. */
export type Connectivity = "ok" | "offline" | "login";

let connectivity: Connectivity = "ok";
const listeners = new Set<() => void>();

/** What a failed request says of that; any answer of the server's says that it answers. */
export function connectivityFrom(error: unknown): Connectivity | undefined {
  if (!isApiError(error)) return undefined;
  if (error.kind === "offline") return "offline";
  if (error.kind === "timeout") return undefined;
  return error.refusedReason === "login" ? "login" : "ok";
}

export const getConnectivity = (): Connectivity => connectivity;

export function setConnectivity(next: Connectivity): void {
  if (next === connectivity) return;
  connectivity = next;
  for (const listener of listeners) listener();
}

/** Failures of a time that is over: what could not be read then is being read again. */
const ignored = new WeakSet<object>();

/** From here on a failure to reach the server is not told any more: nothing is left to do about it. */
export function ignoreFailure(error: unknown): void {
  const by = connectivityFrom(error);
  if (isApiError(error) && by !== undefined && by !== "ok") ignored.add(error);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useConnectivity(): Connectivity {
  return useSyncExternalStore(subscribe, getConnectivity);
}

/**
 * Whether a failure is what the frame of the page tells already, for all that is on screen, or has
 * told until just now.
 */
export function useIsShownInFrame(): (error: unknown) => boolean {
  const told = useConnectivity();
  return (error) => {
    if (isApiError(error) && ignored.has(error)) return true;
    return told !== "ok" && told === connectivityFrom(error);
  };
}
