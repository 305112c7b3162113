import type { QueryClient } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { sessionQuery } from "./session.ts";

let watching = false;
const started = new WeakSet<QueryClient>();
const listeners = new Set<() => void>();

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
        set(true);
      },
      // Its code could not be loaded: the next visit tries again.
      () => started.delete(client),
    );
  };
  const stop = client.getQueryCache().subscribe(startWhenModeKnown);
  void client.prefetchQuery(sessionQuery);
  startWhenModeKnown();
}

function set(next: boolean): void {
  watching = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether what is seen is being remembered, and watched accounts are to be told of. */
export function useWatching(): boolean {
  return useSyncExternalStore(subscribe, () => watching);
}
