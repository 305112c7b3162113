import { type QueryKey, useQuery, type UseQueryOptions } from "@tanstack/react-query";
import { useEffect, useState } from "react";

/** Milliseconds that a form waits for what Pult remembers: then it opens without. */
export const WAIT_MS = 1_000;

/**
 * Reads what a form wants to be filled in with, past the cache. `isReady` once that is over, or has
 * taken too long; `isFresh` if the data was just read.
 */
export function useTimely<Data, Key extends QueryKey>(
  query: UseQueryOptions<Data, Error, Data, Key>,
) {
  const { data, fetchStatus, isStale } = useQuery({ ...query, refetchOnMount: "always" });
  const [hasWaited, setHasWaited] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setHasWaited(true), WAIT_MS);
    return () => clearTimeout(timer);
  }, []);
  const isOver = fetchStatus !== "fetching";
  return {
    data,
    isReady: isOver || hasWaited,
    isFresh: isOver && data !== undefined && !isStale,
  };
}
