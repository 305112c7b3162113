import type { QueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { createStore } from "#lib/createStore.ts";
import { sessionQuery } from "./session.ts";

const watching = createStore(false);
const started = new WeakSet<QueryClient>();

/**
 * From now on this browser remembers who was registered when, on every screen that looks; in
 * the mode that the server has, as soon as it is known. May be called as often as one likes.
 */
export function startWatching(client: QueryClient): void {
  if (started.has(client)) return;
  started.add(client);
  const startWhenModeKnown = () => {
    const mode = client.getQueryData(sessionQuery.queryKey);
    if (mode === undefined) return;
    stop();
    void import("#features/status/watch/observer.ts").then(
      ({ startObserver }) => {
        startObserver(client, mode);
        watching.set(true);
      },
      // Its code could not be loaded: the next visit tries again.
      () => started.delete(client),
    );
  };
  const stop = client.getQueryCache().subscribe(startWhenModeKnown);
  void client.prefetchQuery(sessionQuery);
  startWhenModeKnown();
}

/** Whether what is seen is being remembered, and watched accounts are to be told of. */
export function useWatching(): boolean {
  return useSyncExternalStore(watching.subscribe, watching.get);
}
