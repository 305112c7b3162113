import type { DataTag, FetchQueryOptions, QueryClient, QueryKey } from "@tanstack/react-query";
import { type Collected, discardUnfinished } from "./query.ts";

/**
 * Fetches past the cache and past any request in flight. Rejects as `call` does, at the first
 * failure and at once without a network. The caller reports the error: the query itself returns to
 * its state before, so that a page showing the old data does not report it again.
 */
export async function fetchFresh<Data, Key extends QueryKey>(
  client: QueryClient,
  query: FetchQueryOptions<Data, Error, Data, Key>,
): Promise<Data> {
  await client.cancelQueries({ queryKey: query.queryKey, exact: true });
  discardUnfinished(client, query.queryKey);
  const known = client.getQueryCache().find({ queryKey: query.queryKey, exact: true });
  const before = known?.state;
  try {
    return await client.fetchQuery({ ...query, staleTime: 0, retry: false, networkMode: "always" });
  } catch (error) {
    if (before?.data !== undefined) known?.setState({ ...before, isInvalidated: true });
    throw error;
  }
}

/** Changes a query's cached data, if there is any, without making it look newer. */
export function patchCached<Data>(
  client: QueryClient,
  queryKey: DataTag<QueryKey, Data, Error>,
  change: (data: Data) => Data,
): void {
  const updatedAt = client.getQueryState(queryKey)?.dataUpdatedAt;
  client.setQueryData<Data>(
    queryKey,
    (data) => (data === undefined ? undefined : change(data)),
    updatedAt === undefined ? {} : { updatedAt },
  );
}

/** A list without one of its items. */
export function withoutItem<Item extends { id: number }>(
  list: Collected<Item>,
  id: number,
): Collected<Item> {
  const items = list.items.filter((item) => item.id !== id);
  const removedCount = list.items.length - items.length;
  return {
    ...list,
    items,
    total: list.total === undefined ? undefined : list.total - removedCount,
  };
}
