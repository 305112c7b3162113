import { queryOptions } from "@tanstack/react-query";
import { listAllowedDirections, listDirections } from "#api/directions.ts";
import { withBackoff } from "#common/backoff.ts";
import { operationQuery } from "#common/query.ts";

/** A colleague may change what is allowed meanwhile. */
const ALLOWED_INTERVAL_MS = 5 * 60_000;
/** The interval while a list fails to load. */
const RETRY_MS = 10_000;
/** The list of all countries hardly ever changes. */
const ALL_STALE_MS = 60 * 60_000;

/** What is open (operation 23), by dial code. */
export const allowedDirectionsQuery = () =>
  queryOptions({
    ...operationQuery(listAllowedDirections, {}),
    refetchInterval: (query) =>
      query.state.status === "error" ? withBackoff(RETRY_MS, query) : ALLOWED_INTERVAL_MS,
  });

/** Every country there is (operation 26). */
export const directionsQuery = () =>
  queryOptions({
    ...operationQuery(listDirections, {}),
    staleTime: ALL_STALE_MS,
    refetchInterval: (query) => query.state.status === "error" && withBackoff(RETRY_MS, query),
  });
