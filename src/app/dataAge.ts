import { notifyManager, type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";

/** When the oldest data on screen was received, to the minute; in ms since 1970, 0 without data. */
function oldest(client: QueryClient): number {
  const times = client
    .getQueryCache()
    .findAll({ type: "active" })
    .map((query) => query.state.dataUpdatedAt)
    .filter((at) => at > 0);
  return times.length === 0 ? 0 : Math.floor(Math.min(...times) / 60_000) * 60_000;
}

/** Observes the queries on screen; a poll within the same minute renders nothing. */
export function useDataAge(): number {
  const client = useQueryClient();
  // Batched: a query that a component starts while rendering must not immediately render another
  // one.
  const subscribe = useCallback(
    (listener: () => void) => client.getQueryCache().subscribe(notifyManager.batchCalls(listener)),
    [client],
  );
  return useSyncExternalStore(subscribe, () => oldest(client));
}
