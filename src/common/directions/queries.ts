import { queryOptions } from "@tanstack/react-query";
import { listAllowedDirections, listDirections } from "#api/directions.ts";
import { laterWhileFailing } from "#common/backoff.ts";
import { answerQuery } from "#common/query.ts";

/** Milliseconds between two reads of what is allowed: a colleague may change it meanwhile. */
const ALLOWED_EVERY = 5 * 60_000;
/** The same while a list could not be read. */
const SOON = 10_000;
/** Milliseconds that the list of all countries is taken as fresh: it hardly ever changes. */
const ALL_FRESH = 60 * 60_000;

/** What is open (operation 23), by dial code. */
export const allowedDirectionsQuery = () =>
  queryOptions({
    ...answerQuery(listAllowedDirections, {}),
    refetchInterval: (query) =>
      query.state.status === "error" ? laterWhileFailing(SOON, query) : ALLOWED_EVERY,
  });

/** Every country there is (operation 26). */
export const directionsQuery = () =>
  queryOptions({
    ...answerQuery(listDirections, {}),
    staleTime: ALL_FRESH,
    refetchInterval: (query) => query.state.status === "error" && laterWhileFailing(SOON, query),
  });
