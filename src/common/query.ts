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

/** The only factory of query keys: the operation's name, then the request. */
export function operationKey(op: Operation, request?: object): QueryKey {
  return request === undefined ? [op.name] : [op.name, request];
}

/** Query options for a single response of an operation. */
export function operationQuery<T extends Operation>(op: T, request: Request<T>) {
  return queryOptions({
    queryKey: operationKey(op, request),
    queryFn: async ({ client, queryKey, signal }) => {
      const { data, invalidRows } = await call(op, request, { signal });
      if (op.rows !== undefined) storeInvalidRows(client, queryKey, invalidRows);
      return data;
    },
  });
}

type FetchPage<Item> = (
  query: { page: number; limit: number },
  options: CallOptions,
) => Promise<PageResponse<Item>>;

/**
 * The age of a list's oldest page when the list was complete, in milliseconds: the proxy may have
 * cached it for other viewers, and many pages take their time.
 */
const agesOnArrival = new WeakMap<object, number>();

/** Any query, whatever its data. */
type AnyQuery = Pick<Query, "state">;

export function ageOnArrival(query: AnyQuery): number {
  return agesOnArrival.get(query) ?? 0;
}

/** When the provider was queried for a query's data, in ms since 1970; 0 without data. */
export function requestedAt(query: AnyQuery | undefined): number {
  const at = query?.state.dataUpdatedAt ?? 0;
  return query === undefined || at === 0 ? 0 : at - ageOnArrival(query);
}

/** How long a rate-limited read took, in milliseconds; 0 if it was not limited. */
const throttledReads = new WeakMap<object, number>();

export function throttledForMs(query: AnyQuery): number {
  return throttledReads.get(query) ?? 0;
}

/**
 * The progress of an interrupted read of a list. The next read resumes there, so that a large list
 * completes even if the provider limits requests or a page fails.
 */
const unfinished = new WeakMap<object, PagerState<unknown>>();
/** An older partial read is not resumed. */
const RESUME_WITHIN_MS = 5 * 60_000;

function resume<Item>(query: AnyQuery): PagerState<Item> {
  const stored = unfinished.get(query) as PagerState<Item> | undefined;
  return stored !== undefined && Date.now() - stored.at < RESUME_WITHIN_MS
    ? stored
    : newPagerState();
}

/** Discards partial reads after a change: they may hold data from before it. */
export function discardUnfinished(client: QueryClient, queryKey: QueryKey): void {
  for (const query of client.getQueryCache().findAll({ queryKey })) unfinished.delete(query);
}

/** The `staleTime` of a complete list; a partial one is always stale. */
export const STALE_MS = 30_000;

/**
 * Query options for all pages of a list: the first shows at once, the rest as they arrive. A
 * refetch replaces a complete list only once the new one is complete; a partial list resumes.
 * `request` distinguishes lists of the same operation (`{ id }`: of one account).
 */
export function listQuery<Item extends { id: number }>(
  op: Operation,
  fetchPage: FetchPage<Item>,
  staleMs = STALE_MS,
  request?: object,
) {
  const queryKey = operationKey(op, request);
  return queryOptions<Collected<Item>>({
    queryKey,
    queryFn: async ({ client, signal }) => {
      const query = client.getQueryCache().find({ queryKey, exact: true });
      const show = (part: Collected<Item>) => {
        const shown = client.getQueryData<Collected<Item>>(queryKey);
        const isLonger = shown === undefined || part.items.length >= shown.items.length;
        if (isLonger && shown?.complete !== true) client.setQueryData(queryKey, part);
      };
      let state = query === undefined ? newPagerState<Item>() : resume<Item>(query);
      const pages = readPages<Item>(
        (paging) => fetchPage(paging, { signal }),
        state,
        (ms) => pause(ms, signal),
      );
      for await (state of pages) {
        signal.throwIfAborted();
        if (query !== undefined) unfinished.set(query, state);
        if (!state.list.complete) show(state.list);
      }
      if (query !== undefined) {
        unfinished.delete(query);
        agesOnArrival.set(query, Math.max(0, Date.now() - state.oldest));
        throttledReads.set(query, state.wasThrottled ? state.elapsedMs : 0);
      }
      return state.list;
    },
    staleTime: ({ state }) => (state.data?.complete === false ? 0 : staleMs),
  });
}

/** Whether a list is known to be empty. */
export function isEmptyList({
  items,
  invalidRows,
  complete,
  truncated,
}: Collected<unknown>): boolean {
  return complete && !truncated && items.length === 0 && invalidRows.length === 0;
}

/** Whether a list may have more rows than have been read. */
export function isPartial(list: Collected<unknown> | undefined): boolean {
  return list?.complete !== true || list.truncated || list.invalidRows.length > 0;
}

/** What becomes stale: all data of an operation, or that of one key. */
export type Stale = Operation | QueryKey;

/** Invalidates data, so that what is on screen is refetched. */
export async function invalidate(client: QueryClient, ...stale: readonly Stale[]): Promise<void> {
  const refetches = stale.map((each) => {
    const queryKey: QueryKey = "name" in each ? operationKey(each) : each;
    discardUnfinished(client, queryKey);
    return client.invalidateQueries({ queryKey });
  });
  await Promise.all(refetches);
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
