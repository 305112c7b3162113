import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useCallback, useSyncExternalStore } from "react";

/** When the oldest data on screen was got (ms since 1970, 0: none), and whether that failed since. */
interface DataAge {
  at: number;
  failed: boolean;
}

function ageOf(client: QueryClient): DataAge {
  const shown = client
    .getQueryCache()
    .findAll({ type: "active" })
    .filter((query) => query.state.dataUpdatedAt > 0);
  return {
    at: shown.length === 0 ? 0 : Math.min(...shown.map((query) => query.state.dataUpdatedAt)),
    failed: shown.some((query) => query.state.status === "error"),
  };
}

/** Follows the queries on screen; changes at most once a minute's worth of news. */
export function useDataAge(): DataAge {
  const client = useQueryClient();
  const subscribe = useCallback(
    (listener: () => void) => client.getQueryCache().subscribe(listener),
    [client],
  );
  const snapshot = () => {
    const { at, failed } = ageOf(client);
    // A string compares by value: a poll within the same minute renders nothing.
    return `${Math.floor(at / 60_000) * 60_000}:${failed}`;
  };
  const [at, failed] = useSyncExternalStore(subscribe, snapshot).split(":");
  return { at: Number(at), failed: failed === "true" };
}
