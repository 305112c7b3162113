import type { QueryClient } from "@tanstack/react-query";
import { journalQuery } from "#domain/journal/queries.ts";
import { readFilter } from "./filter.ts";

/** Starts reading what the page at this address will show. */
export function startJournal(client: QueryClient, { searchParams }: URL): void {
  void client.prefetchInfiniteQuery(journalQuery(readFilter(searchParams)));
}
