import type { QueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { readStored } from "#i18n/storage.ts";
import { createStore } from "#lib/createStore.ts";
import { sessionQuery } from "./session.ts";

const watching = createStore(false);
const started = new WeakSet<QueryClient>();

/**
 * From now on this browser records who was registered when, on every screen that polls, in the
 * server's mode once that is known. Calling it again is harmless.
 */
export function startWatching(client: QueryClient): void {
  if (started.has(client)) return;
  started.add(client);
  const startWhenModeKnown = () => {
    const mode = client.getQueryData(sessionQuery.queryKey)?.mode;
    if (mode === undefined) return;
    stop();
    void import("#features/status/watch/observer.ts").then(
      ({ startObserver }) => {
        startObserver(client, mode);
        watching.set(true);
      },
      // Its code failed to load: retried at the next visit.
      () => started.delete(client),
    );
  };
  const stop = client.getQueryCache().subscribe(startWhenModeKnown);
  void client.prefetchQuery(sessionQuery);
  startWhenModeKnown();
}

/** The stars of each mode (`features/status/watch/watched.ts`), whose code nobody without stars needs. */
const hasStars = () =>
  ["sandbox", "provider"].some((mode) => (readStored(`pult.watched.${mode}`) ?? "[]") !== "[]");

/**
 * Watches on every page as soon as this browser has starred an account, also in another tab. Returns
 * a function that ends waiting for that.
 */
export function startIfStarred(client: QueryClient): () => void {
  const check = () => {
    if (hasStars()) startWatching(client);
  };
  check();
  window.addEventListener("storage", check);
  return () => window.removeEventListener("storage", check);
}

/** Whether polls are being recorded, and alerts of watched accounts are on. */
export function useWatching(): boolean {
  return useSyncExternalStore(watching.subscribe, watching.get);
}
