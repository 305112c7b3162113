import { infiniteQueryOptions } from "@tanstack/react-query";
import { call } from "#api/client.ts";
import { type JournalKind, type JournalOutcome, listJournal } from "#api/journal.ts";
import { retryUntilSuccess } from "#common/backoff.ts";
import { operationKey } from "#common/query.ts";

/** Which entries to read; undefined means all. */
export interface JournalFilter {
  search?: string | undefined;
  kind?: JournalKind | undefined;
  outcome?: JournalOutcome | undefined;
}

const PAGE_SIZE = 50;

/** The journal's entries, newest first, page by page. */
export const journalQuery = (filter: JournalFilter) =>
  infiniteQueryOptions({
    queryKey: operationKey(listJournal, filter),
    queryFn: async ({ pageParam, signal }) => {
      const query = { ...filter, limit: PAGE_SIZE, before: pageParam ?? undefined };
      return (await call(listJournal, { query }, { signal })).data;
    },
    initialPageParam: null as number | null,
    getNextPageParam: ({ next }) => next,
    // Every write adds an entry; the page need not read again what its loader has just read.
    staleTime: 2_000,
    refetchInterval: retryUntilSuccess,
  });
