import { useSyncExternalStore } from "react";
import { isApiError } from "#api/errors.ts";
import { createStore } from "#lib/createStore.ts";

/** Whether our server responds: `login` when a reverse proxy in front of it requires a sign-in. */
export type Connectivity = "ok" | "offline" | "login";

const connectivity = createStore<Connectivity>("ok");
export const getConnectivity = connectivity.get;
export const setConnectivity = connectivity.set;

/** The connectivity that a request's outcome implies; any response of our server means `ok`. */
export function connectivityFrom(error: unknown): Connectivity | undefined {
  if (!isApiError(error)) return undefined;
  if (error.kind === "offline") return "offline";
  if (error.kind === "timeout") return undefined;
  return error.refusedReason === "login" ? "login" : "ok";
}

/** Errors from before the connection was restored: what failed is being refetched. */
const ignored = new WeakSet<object>();

/** Hides a connection error once the server can be reached again. */
export function ignoreFailure(error: unknown): void {
  const cause = connectivityFrom(error);
  if (isApiError(error) && cause !== undefined && cause !== "ok") ignored.add(error);
}

export function useConnectivity(): Connectivity {
  return useSyncExternalStore(connectivity.subscribe, connectivity.get);
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
