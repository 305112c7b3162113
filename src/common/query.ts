import { type Query, type QueryClient, queryOptions } from "@tanstack/react-query";
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
  /** Whether nothing more will come. */
  complete: boolean;
  /** Whether the server stopped giving pages before the last. */
  cut: boolean;
}

const EMPTY = { items: [], total: undefined, complete: false, cut: false };

type AskPage<Item> = (
  query: { page: number; limit: number },
  options: CallOptions,
) => Promise<{ data: Page<Item>; age?: number }>;

/**
 * Milliseconds that the oldest page of a list was old when the list was whole: the proxy may have
 * kept it for other viewers, and many pages take their time.
 */
const agesOnArrival = new WeakMap<object, number>();

/** Any query, whatever its data. */
type AnyQuery = Pick<Query, "state">;

export function ageOnArrival(query: AnyQuery): number {
  return agesOnArrival.get(query) ?? 0;
}

/** When the provider was asked for what a query holds, in ms since 1970; 0 without data. */
export function askedAt(query: AnyQuery | undefined): number {
  const at = query?.state.dataUpdatedAt ?? 0;
  return query === undefined || at === 0 ? 0 : at - ageOnArrival(query);
}

/** Milliseconds that a whole list is taken as fresh. One that was left half-way never is. */
export const FRESH_MS = 30_000;

/**
 * Query options for all pages of a list: the first shows at once, the rest as they come.
 * A refetch of a whole list replaces it when it is whole again. `asked` tells lists of the same
 * operation apart (`{ id }`: of one account).
 */
export function listQuery<Item extends { id: number }>(
  op: Operation,
  ask: AskPage<Item>,
  freshMs = FRESH_MS,
  asked?: object,
) {
  const queryKey = keyOf(op, asked);
  return queryOptions<Collected<Item>>({
    queryKey,
    queryFn: async ({ client, signal }) => {
      let list: Collected<Item> = EMPTY;
      let oldest = Date.now();
      const show = (part: Collected<Item>) => {
        const shown = client.getQueryData<Collected<Item>>(queryKey);
        const further = shown === undefined || part.items.length > shown.items.length;
        if (further && shown?.complete !== true) client.setQueryData(queryKey, part);
      };
      const pages = allPages(async (query) => {
        const answer = await ask(query, { signal });
        oldest = Math.min(oldest, Date.now() - (answer.age ?? 0) * 1000);
        return answer.data;
      });
      for await (const part of pages) {
        signal.throwIfAborted();
        list = collect(list, part);
        if (!list.complete) show(list);
      }
      const query = client.getQueryCache().find({ queryKey, exact: true });
      if (query !== undefined) agesOnArrival.set(query, Math.max(0, Date.now() - oldest));
      return list;
    },
    staleTime: ({ state }) => (state.data?.complete === false ? 0 : freshMs),
  });
}

/** Adds a page. Rows that moved between two pages while we read come twice and count once. */
export function collect<Item extends { id: number }>(
  sofar: Collected<Item>,
  part: PagePart<Item>,
): Collected<Item> {
  const known = new Set(sofar.items.map((item) => item.id));
  const added = part.items.filter((item) => !known.has(item.id));
  return {
    items: [...sofar.items, ...added],
    total: part.total ?? sofar.total,
    complete: part.done,
    cut: part.cut,
  };
}

/** Makes what these operations gave stale, so that what is on screen is asked for again. */
export async function invalidate(client: QueryClient, ...ops: readonly Operation[]): Promise<void> {
  await Promise.all(ops.map((op) => client.invalidateQueries({ queryKey: keyOf(op) })));
}
