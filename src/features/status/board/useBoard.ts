import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useMemo, useRef, useState } from "react";
import { isApiError } from "#api/errors.ts";
import { listSipAccounts } from "#api/sip.ts";
import { invalidate } from "#common/query.ts";
import { statusesQuery } from "#common/sip/queries.ts";
import { useSipRows } from "#common/sip/useSipRows.ts";
import { useWatch } from "../watch/observer.ts";
import { useWatched } from "../watch/watched.ts";
import { differenceOf } from "./inStep.ts";
import { boardJoiner } from "./rows.ts";

/** Every account with what this browser saw of it; polls again every so many seconds. */
export function useBoard(every: number) {
  const { rows, accounts, statuses } = useSipRows(useLiveStatuses(every));
  const seen = useWatch();
  const watched = useWatched();
  const [join] = useState(boardJoiner);
  const board = useMemo(() => join(rows, seen, watched), [join, rows, seen, watched]);
  useAccountsInStep(accounts.data, statuses.data);
  return { rows: board, accounts, statuses, changes: seen.changes, stored: seen.stored };
}

function useLiveStatuses(every: number): ReturnType<typeof statusesQuery> {
  const client = useQueryClient();
  const asked = statusesQuery(every * 1000);
  const isKnown = client.getQueryData(asked.queryKey) !== undefined;
  return {
    ...asked,
    // At once, however fresh the last answer is: one comes back to see what is now.
    refetchOnWindowFocus: ({ state: { error, errorUpdatedAt } }) =>
      Date.now() < errorUpdatedAt + waitAsked(error) ? false : "always",
    // The next poll is a try of its own; a failure is to be seen, not waited out.
    ...(isKnown ? { retry: false } : {}),
  };
}

/** Milliseconds that the provider asked to be left alone. */
function waitAsked(error: unknown): number {
  return isApiError(error) ? (error.retryAfter ?? 0) * 1000 : 0;
}

interface Known {
  items: Parameters<typeof differenceOf>[0];
  complete: boolean;
}

/** Reads the accounts again when the statuses show that some came, went or were renamed. */
function useAccountsInStep(accounts: Known | undefined, statuses: Known | undefined) {
  const client = useQueryClient();
  const asked = useRef("");
  useEffect(() => {
    if (accounts?.complete !== true || statuses?.complete !== true) return;
    const difference = differenceOf(accounts.items, statuses.items);
    if (difference === asked.current) return;
    asked.current = difference;
    if (difference !== "") void invalidate(client, listSipAccounts);
  }, [client, accounts, statuses]);
}
