import { useSyncExternalStore } from "react";
import { isApiError } from "#api/errors.ts";
import { createStore } from "#lib/createStore.ts";

/**
 * Whether our server responds: `login` when a web server in front of it requires a sign-in,
 * `signedOut` when it does itself, `store` when it can't look up who is signed in.
 */
export type Connectivity = "ok" | "offline" | "login" | "signedOut" | "store";

const connectivity = createStore<Connectivity>("ok");
export const getConnectivity = connectivity.get;
export const setConnectivity = connectivity.set;

/** The connectivity that a request's outcome implies; any response of our server means `ok`. */
export function connectivityFrom(error: unknown): Connectivity | undefined {
  if (!isApiError(error)) return undefined;
  if (error.kind === "offline" || error.kind === "store") return error.kind;
  if (error.kind === "timeout") return undefined;
  if (error.refusedReason === "signIn" || error.refusedReason === "noUsers") return "signedOut";
  return error.refusedReason === "login" ? "login" : "ok";
}

/** Errors from before the connection was restored: what failed is being refetched. */
const ignored = new WeakSet<object>();

/** Hides a connection error once the server can be reached again. */
export function ignoreFailure(error: unknown): void {
  const cause = connectivityFrom(error);
  if (isApiError(error) && cause !== undefined && cause !== "ok") ignored.add(error);
}

/** Whether the person wants to sign in again later; until a write needs it. */
const putOff = createStore(false);
export const setSignInPutOff = putOff.set;

export function useSignInPutOff(): boolean {
  return useSyncExternalStore(putOff.subscribe, putOff.get);
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
    const cause = connectivityFrom(error);
    if (shown === "login" && cause === "signedOut") return true;
    return shown !== "ok" && shown === cause;
  };
}
