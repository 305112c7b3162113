import { type Query, type QueryClient, type QueryKey, queryOptions } from "@tanstack/react-query";
import { call, type CallOptions } from "#api/client.ts";
import type { Operation, Request } from "#api/operation.ts";
import {
  type Collected,
  newPagerState,
  type PageResponse,
  type PagerState,
  readPages,
} from "#api/pager.ts";
import { storeInvalidRows } from "./invalidRows/useInvalidRows.ts";

export type { Collected } from "#api/pager.ts";

/** The one maker of query keys: the operation's name, then what was asked. */
export function keyOf(op: Operation, request?: object) {
  return request === undefined ? [op.name] : [op.name, request];
}

/** Query options for one answer of one operation. */
export function answerQuery<T extends Operation>(op: T, request: Request<T>) {
  return queryOptions({
    queryKey: keyOf(op, request),
    queryFn: async ({ client, queryKey, signal }) => {
      const { data, invalidRows } = await call(op, request, { signal });
      if (op.rows !== undefined) storeInvalidRows(client, queryKey, invalidRows);
      return data;
    },
  });
}

type AskPage<Item> = (
  query: { page: number; limit: number },
  options: CallOptions,
) => Promise<PageResponse<Item>>;

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
export function requestedAt(query: AnyQuery | undefined): number {
  const at = query?.state.dataUpdatedAt ?? 0;
  return query === undefined || at === 0 ? 0 : at - ageOnArrival(query);
}

/** Milliseconds that a read took where the provider set its pace; 0 where it did not. */
const pacedReads = new WeakMap<object, number>();

export function pacedFor(query: AnyQuery): number {
  return pacedReads.get(query) ?? 0;
}

/**
 * Where the reading of a list ended before it was whole: the next one goes on there, so that an
 * office is read whole also where the provider allows few requests or one page fails.
 */
const unfinished = new WeakMap<object, PagerState<unknown>>();
/** Milliseconds after which what was read is too old to go on with. */
const GOES_ON_MS = 5 * 60_000;

function takeUp<Item>(query: AnyQuery): PagerState<Item> {
  const left = unfinished.get(query) as PagerState<Item> | undefined;
  return left !== undefined && Date.now() - left.at < GOES_ON_MS ? left : newPagerState();
}

/** Forgets where reading ended: something was changed, and what was read may be from before. */
export function forgetUnfinished(client: QueryClient, queryKey: QueryKey): void {
  for (const query of client.getQueryCache().findAll({ queryKey })) unfinished.delete(query);
}

/** Milliseconds that a whole list is taken as fresh. One that was left half-way never is. */
export const FRESH_MS = 30_000;

/**
 * Query options for all pages of a list: the first shows at once, the rest as they come.
 * A refetch of a whole list replaces it when it is whole again; one that was not whole goes on
 * where it ended. `asked` tells lists of the same
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
      const query = client.getQueryCache().find({ queryKey, exact: true });
      const show = (part: Collected<Item>) => {
        const shown = client.getQueryData<Collected<Item>>(queryKey);
        const further = shown === undefined || part.items.length >= shown.items.length;
        if (further && shown?.complete !== true) client.setQueryData(queryKey, part);
      };
      let reading = query === undefined ? newPagerState<Item>() : takeUp<Item>(query);
      const pages = readPages<Item>(
        (paging) => ask(paging, { signal }),
        reading,
        (ms) => pause(ms, signal),
      );
      for await (reading of pages) {
        signal.throwIfAborted();
        if (query !== undefined) unfinished.set(query, reading);
        if (!reading.list.complete) show(reading.list);
      }
      if (query !== undefined) {
        unfinished.delete(query);
        agesOnArrival.set(query, Math.max(0, Date.now() - reading.oldest));
        pacedReads.set(query, reading.wasThrottled ? reading.elapsedMs : 0);
      }
      return reading.list;
    },
    staleTime: ({ state }) => (state.data?.complete === false ? 0 : freshMs),
  });
}

/** Whether a list is known to have nothing in it. */
export function isEmptyList({
  items,
  invalidRows,
  complete,
  truncated,
}: Collected<unknown>): boolean {
  return complete && !truncated && items.length === 0 && invalidRows.length === 0;
}

/** Whether there may be more in a list than is known. */
export function isPartial(list: Collected<unknown> | undefined): boolean {
  return list?.complete !== true || list.truncated || list.invalidRows.length > 0;
}

/** Makes what these operations gave stale, so that what is on screen is asked for again. */
export async function invalidate(client: QueryClient, ...ops: readonly Operation[]): Promise<void> {
  const stale = ops.map((op) => {
    forgetUnfinished(client, keyOf(op));
    return client.invalidateQueries({ queryKey: keyOf(op) });
  });
  await Promise.all(stale);
}

/** Waits; throws the signal's reason when it aborts. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      signal.removeEventListener("abort", stop);
      resolve();
    }, ms);
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    };
    signal.addEventListener("abort", stop, { once: true });
  });
}
