import { useSyncExternalStore } from "react";
import { isApiError } from "#api/errors.ts";

/** Whether our server answers: `login` when a login in front of it requires a sign-in. */
export type Connectivity = "ok" | "offline" | "login";

let connectivity: Connectivity = "ok";
const listeners = new Set<() => void>();

/** What a failed request says about connectivity; any response of our server means `ok`. */
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

/** Errors from before the connection came back: what failed is being read again. */
const ignored = new WeakSet<object>();

/** Hides a connection error once the server can be reached again. */
export function ignoreFailure(error: unknown): void {
  const cause = connectivityFrom(error);
  if (isApiError(error) && cause !== undefined && cause !== "ok") ignored.add(error);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useConnectivity(): Connectivity {
  return useSyncExternalStore(subscribe, getConnectivity);
}

/**
 * Whether the layout already shows this error for the whole page, or did so until just now.
 */
export function useIsShownInFrame(): (error: unknown) => boolean {
  const shown = useConnectivity();
  return (error) => {
    if (isApiError(error) && ignored.has(error)) return true;
    return shown !== "ok" && shown === connectivityFrom(error);
  };
}
