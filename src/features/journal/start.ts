import type { QueryClient } from "@tanstack/react-query";
import { journalActorsQuery, journalQuery } from "#domain/journal/queries.ts";
import { readFilter, toJournalFilter } from "./filter.ts";

/** Starts reading what the page at this address will show. */
export function startJournal(client: QueryClient, { searchParams }: URL): void {
  void client.prefetchInfiniteQuery(journalQuery(toJournalFilter(readFilter(searchParams))));
  void client.prefetchQuery(journalActorsQuery());
}
