import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { isApiError } from "#api/errors.ts";
import { listSipAccounts } from "#api/sip.ts";
import { invalidate } from "#common/query.ts";
import { availabilityQuery } from "#domain/history/availability.ts";
import { statusesQuery } from "#domain/sip/queries.ts";
import { useSipRows } from "#domain/sip/useSipRows.ts";
import { useObservations } from "../watch/observations.ts";
import { useWatch } from "../watch/observer.ts";
import { useWatched } from "../watch/watched.ts";
import { describeDifference } from "./describeDifference.ts";
import { createBoardJoiner, type WatchData } from "./rows.ts";

const NOTHING_KNOWN: WatchData["week"] = new Map();

/** Drops and share of the time online of each account, in the last seven days. */
export function useWeek(): WatchData["week"] {
  const { data } = useQuery(availabilityQuery());
  return useMemo(() => new Map(data?.map((one) => [one.id, one])), [data]);
}

/** Every account with since when it has its state; polls at the given interval in seconds. */
export function useBoard(every: number, week: WatchData["week"] = NOTHING_KNOWN) {
  const { rows, accounts, statuses } = useSipRows(useLiveStatuses(every));
  const seen = useWatch();
  const watched = useWatched();
  const [join] = useState(createBoardJoiner);
  const sightings = useObservations();
  const { flapping } = seen;
  const board = useMemo(
    () => join(rows, { sightings, flapping, week }, watched),
    [join, rows, sightings, flapping, week, watched],
  );
  useAccountsRefresh(accounts.data, statuses.data);
  return { rows: board, accounts, statuses, changes: seen.changes, stored: seen.stored };
}

function useLiveStatuses(every: number): ReturnType<typeof statusesQuery> {
  const client = useQueryClient();
  const query = statusesQuery(every * 1000);
  const isKnown = client.getQueryData(query.queryKey) !== undefined;
  return {
    ...query,
    // At once, however fresh the data is: a user who comes back wants the current state.
    refetchOnWindowFocus: ({ state: { error, errorUpdatedAt } }) =>
      Date.now() < errorUpdatedAt + retryAfterMs(error) ? false : "always",
    // No retries: the next poll is one, and a failure must be visible at once.
    ...(isKnown ? { retry: false } : {}),
  };
}

/** The provider's `Retry-After` in milliseconds. */
function retryAfterMs(error: unknown): number {
  return isApiError(error) ? (error.retryAfter ?? 0) * 1000 : 0;
}

interface LoadedList {
  items: Parameters<typeof describeDifference>[0];
  complete: boolean;
}

/** Refetches the accounts when the statuses show that some were created, deleted or renamed. */
function useAccountsRefresh(accounts: LoadedList | undefined, statuses: LoadedList | undefined) {
  const client = useQueryClient();
  const lastDifference = useRef("");
  useEffect(() => {
    if (accounts?.complete !== true || statuses?.complete !== true) return;
    const difference = describeDifference(accounts.items, statuses.items);
    if (difference === lastDifference.current) return;
    lastDifference.current = difference;
    if (difference !== "") void invalidate(client, listSipAccounts);
  }, [client, accounts, statuses]);
}
