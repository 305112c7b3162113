import {
  experimental_streamedQuery as streamedQuery,
  type QueryClient,
  queryOptions,
} from "@tanstack/react-query";
import { call, type CallOptions } from "#api/client.ts";
import type { Operation, Request } from "#api/operation.ts";
import { allPages, type Page, type PagePart } from "#api/pager.ts";

/** The one maker of query keys: the operation's name, then what was asked. */
export function keyOf(op: Operation, request?: object) {
  return request === undefined ? [op.name] : [op.name, request];
}

/** Query options for one answer of one operation. */
export function answerQuery<T extends Operation>(op: T, request: Request<T>) {
  return queryOptions({
    queryKey: keyOf(op, request),
    queryFn: async ({ signal }) => (await call(op, request, { signal })).data,
  });
}

/** All pages of a list, as far as they have come. */
export interface Collected<Item> {
  items: readonly Item[];
  /** How many there are by the server's word; undefined when it does not say. */
  total: number | undefined;
  /** Whether every page has come. */
  complete: boolean;
}

type AskPage<Item> = (
  query: { page: number; limit: number },
  options: CallOptions,
) => Promise<{ data: Page<Item> }>;

/**
 * Query options for all pages of a list: the first shows at once, the rest as they come.
 * A refetch replaces the list when it is whole.
 */
export function listQuery<Item extends { id: number }>(op: Operation, ask: AskPage<Item>) {
  return queryOptions({
    queryKey: keyOf(op),
    queryFn: streamedQuery<PagePart<Item>, Collected<Item>>({
      streamFn: ({ signal }) => allPages(async (query) => (await ask(query, { signal })).data),
      reducer: collect,
      initialValue: { items: [], total: undefined, complete: false },
      refetchMode: "replace",
    }),
  });
}

/** Adds a page. Rows that moved between two pages while we read come twice and count once. */
export function collect<Item extends { id: number }>(
  sofar: Collected<Item>,
  part: PagePart<Item>,
): Collected<Item> {
  const base: Collected<Item> = sofar.complete
    ? { items: [], total: undefined, complete: false }
    : sofar;
  const known = new Set(base.items.map((item) => item.id));
  const added = part.items.filter((item) => !known.has(item.id));
  return {
    items: [...base.items, ...added],
    total: part.total ?? base.total,
    complete: part.done,
  };
}

/** Makes what these operations gave stale, so that what is on screen is asked for again. */
export async function invalidate(client: QueryClient, ...ops: readonly Operation[]): Promise<void> {
  await Promise.all(ops.map((op) => client.invalidateQueries({ queryKey: keyOf(op) })));
}
