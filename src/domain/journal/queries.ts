import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { call } from "#api/client.ts";
import {
  type JournalEntry,
  type JournalKind,
  type JournalOutcome,
  listJournal,
  listJournalActors,
} from "#api/journal.ts";
import { retryUntilSuccess } from "#common/backoff.ts";
import { operationKey, operationQuery } from "#common/query.ts";

/** Which entries to read; undefined means all. */
export interface JournalFilter {
  search?: string | undefined;
  kind?: JournalKind | undefined;
  about?: "office" | undefined;
  /** The object's id. */
  object?: string | undefined;
  actor?: string | undefined;
  outcome?: JournalOutcome | undefined;
  /** ISO 8601, in UTC: from this moment, and before that one. */
  from?: string | undefined;
  to?: string | undefined;
}

const PAGE_SIZE = 50;
/** The server gives no more at once. */
const MAX_PAGE_SIZE = 200;

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

/** The last few entries. */
export const recentEntriesQuery = (filter: JournalFilter, limit: number) =>
  queryOptions({
    queryKey: operationKey(listJournal, { ...filter, limit }),
    queryFn: async ({ signal }) =>
      (await call(listJournal, { query: { ...filter, limit } }, { signal })).data.items,
    staleTime: 2_000,
    retry: false,
  });

/** One entry; null where there is none of this id. */
export const entryQuery = (id: number) =>
  queryOptions({
    queryKey: operationKey(listJournal, { id }),
    queryFn: async ({ signal }): Promise<JournalEntry | null> => {
      const { items } = (
        await call(listJournal, { query: { before: id + 1, limit: 1 } }, { signal })
      ).data;
      return items.find((entry) => entry.id === id) ?? null;
    },
    retry: false,
  });

/** All entries of a batch, newest first. */
export const batchQuery = (batch: string) =>
  queryOptions({
    queryKey: operationKey(listJournal, { batch }),
    queryFn: async ({ signal }): Promise<JournalEntry[]> => {
      const entries: JournalEntry[] = [];
      for (let before: number | undefined, more = true; more;) {
        const query = { batch, limit: MAX_PAGE_SIZE, before };
        const { items, next } = (await call(listJournal, { query }, { signal })).data;
        entries.push(...items);
        before = next ?? undefined;
        more = next !== null;
      }
      return entries;
    },
    retry: false,
  });

/** Everybody who is in the journal. */
export const journalActorsQuery = () => operationQuery(listJournalActors, {});
