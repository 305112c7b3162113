import type { DataTag, FetchQueryOptions, QueryClient, QueryKey } from "@tanstack/react-query";
import { type Collected, forgetUnfinished } from "./query.ts";

/**
 * What the provider says now: not what is cached, nor what was asked for before. Rejects as `call`
 * does, at the first failure and at once without a network, so that nobody waits for it in vain.
 * Who asked tells of it: a page that shows what was known before does not tell it once more.
 */
export async function fetchFresh<Data, Key extends QueryKey>(
  client: QueryClient,
  query: FetchQueryOptions<Data, Error, Data, Key>,
): Promise<Data> {
  await client.cancelQueries({ queryKey: query.queryKey, exact: true });
  forgetUnfinished(client, query.queryKey);
  const known = client.getQueryCache().find({ queryKey: query.queryKey, exact: true });
  const before = known?.state;
  try {
    return await client.fetchQuery({ ...query, staleTime: 0, retry: false, networkMode: "always" });
  } catch (error) {
    if (before?.data !== undefined) known?.setState({ ...before, isInvalidated: true });
    throw error;
  }
}

/** Changes what is cached of a query, if anything is; what was not changed stays as old as it was. */
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
  const gone = list.items.length - items.length;
  return { ...list, items, total: list.total === undefined ? undefined : list.total - gone };
}
