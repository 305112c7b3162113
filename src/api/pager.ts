import { isApiError } from "./errors.ts";
import type { InvalidRow } from "./parseResponse.ts";

/** The page size to request; the server may grant less and says so in `per_page`. */
export const PAGE_LIMIT = 100;
/** Pages requested in parallel. */
const CONCURRENCY = 4;
/** Seconds to wait after a 429 without `Retry-After`. */
const DEFAULT_WAIT_S = 5;
/** Waits in a row without a page between them before giving up. */
const MAX_WAITS = 3;

/** One response of a paginated operation. */
export interface Page<Item> {
  data: Item[];
  last_page: number;
  per_page: number;
  total?: number | undefined;
}

export interface PageResponse<Item> {
  data: Page<Item>;
  invalidRows?: readonly InvalidRow[];
  /** Seconds. */
  age?: number;
}

export type FetchPage<Item> = (paging: {
  page: number;
  limit: number;
}) => Promise<PageResponse<Item>>;

/** The pages of a list that have been loaded so far. */
export interface Collected<Item> {
  items: readonly Item[];
  /** Rows that can't be read; they count towards the total. */
  invalidRows: readonly InvalidRow[];
  /** The server's own count of rows; undefined when it gives none. */
  total: number | undefined;
  /** Whether nothing more will arrive. */
  complete: boolean;
  /** Whether the server gave fewer rows than its own count. */
  truncated: boolean;
  /** Estimated milliseconds until the list is complete, where the server limits the rate. */
  remainingMs?: number | undefined;
}

/** How far a list has been read; reading can resume from here. */
export interface PagerState<Item> {
  list: Collected<Item>;
  /** The page that comes next. */
  next: number;
  last: number;
  limit: number;
  /** Pages in a row that brought nothing new. */
  pagesWithoutNew: number;
  /** When the provider produced the oldest page, in ms since 1970. */
  oldest: number;
  /** When this state was reached, in ms since 1970, and the milliseconds it took. */
  at: number;
  elapsedMs: number;
  wasThrottled: boolean;
}

export function newPagerState<Item>(): PagerState<Item> {
  const list = { items: [], invalidRows: [], total: undefined, complete: false, truncated: false };
  const now = Date.now();
  const counts = { next: 1, last: 1, limit: PAGE_LIMIT, pagesWithoutNew: 0 };
  return { list, ...counts, oldest: now, at: now, elapsedMs: 0, wasThrottled: false };
}

/**
 * Reads the pages of a list (trap 2, docs/plusofon-api.md) in order, a few in parallel, and yields
 * the state after each page. Counts pages itself and never follows the server's URLs. The rows
 * decide: reading continues past the last page while there are fewer rows than the server counts,
 * and stops when pages bring nothing new. After a 429 it waits and retries the same page. Any other
 * failure throws; reading can resume from the last state.
 */
export async function* readPages<Item extends { id: number }>(
  fetchPage: FetchPage<Item>,
  from: PagerState<Item> = newPagerState(),
  wait: (ms: number) => Promise<void> = pause,
): AsyncGenerator<PagerState<Item>> {
  let state: PagerState<Item> = { ...from, at: Date.now() };
  let waits = 0;
  const running = new Map<number, Pending<Item>>();
  while (!state.list.complete) {
    const { next, last, limit } = state;
    for (let page = next; page < next + CONCURRENCY && (page === next || page <= last); page++) {
      if (!running.has(page)) running.set(page, pending(fetchPage({ page, limit })));
    }
    const outcome = await running.get(next)?.outcome;
    running.delete(next);
    if (outcome === undefined) return;
    if ("error" in outcome) {
      const ms = next > 1 && ++waits <= MAX_WAITS ? retryDelay(outcome.error) : undefined;
      if (ms === undefined) throw outcome.error;
      state = withDelay(state, ms);
      yield state;
      await wait(ms);
      // Requests sent in parallel got the same 429.
      for (const [page, { failed }] of running) if (failed()) running.delete(page);
      continue;
    }
    waits = 0;
    state = withPage(state, outcome.answer);
    yield state;
  }
}

type Outcome<Item> = { answer: PageResponse<Item> } | { error: unknown };
interface Pending<Item> {
  outcome: Promise<Outcome<Item>>;
  failed: () => boolean;
}

/** A page being fetched; its failure is handled when its turn comes. */
function pending<Item>(request: Promise<PageResponse<Item>>): Pending<Item> {
  let failed = false;
  const outcome = request.then(
    (answer): Outcome<Item> => ({ answer }),
    (error: unknown): Outcome<Item> => {
      failed = true;
      return { error };
    },
  );
  return { outcome, failed: () => failed };
}

/** Milliseconds to wait after a 429; undefined for any other failure. */
function retryDelay(error: unknown): number | undefined {
  if (!isApiError(error) || error.kind !== "tooManyRequests") return undefined;
  return Math.max(1, error.retryAfter ?? DEFAULT_WAIT_S) * 1000;
}

function withPage<Item extends { id: number }>(
  before: PagerState<Item>,
  { data: page, invalidRows: given = [], age = 0 }: PageResponse<Item>,
): PagerState<Item> {
  const now = Date.now();
  const { list } = before;
  // A row that moved between two pages meanwhile is returned twice and counts once.
  const known = new Set(list.items.map(({ id }) => id));
  const knownInvalid = new Set(list.invalidRows.map(rowKey));
  const added = page.data.filter(({ id }) => !known.has(id) && known.add(id));
  const invalidAdded = given.filter((row) => !knownInvalid.has(rowKey(row)));
  const items = [...list.items, ...added];
  const invalidRows = [...list.invalidRows, ...invalidAdded];
  const count = items.length + invalidRows.length;
  const reportedTotal = page.total ?? list.total;
  const isShort = reportedTotal !== undefined && count < reportedTotal;
  const isNew = added.length + invalidAdded.length > 0;
  const pagesWithoutNew = isNew ? 0 : before.pagesWithoutNew + 1;
  const isEmpty = page.data.length + given.length === 0;
  const { next: at } = before;
  const goesOn = at < page.last_page ? pagesWithoutNew < 2 : isShort && isNew;
  const complete = isEmpty || !goesOn;
  const size = Math.max(page.per_page, page.data.length + given.length, 1);
  const state = {
    ...before,
    next: at + 1,
    last: page.last_page,
    // Keeping the size that the first response granted aligns all pages.
    limit: at === 1 ? Math.min(size, PAGE_LIMIT) : before.limit,
    pagesWithoutNew,
    oldest: Math.min(before.oldest, now - age * 1000),
    at: now,
    elapsedMs: before.elapsedMs + now - before.at,
    list: {
      items,
      invalidRows,
      total: reportedTotal === undefined ? undefined : Math.max(reportedTotal, count),
      complete,
      truncated: complete && (isShort || (pagesWithoutNew > 0 && !isEmpty && at < page.last_page)),
    },
  };
  return state.wasThrottled && !complete ? withRemainingTime(state, 0) : state;
}

function rowKey({ id, name, number, field }: InvalidRow): string {
  return [id, name, number, field].join("\n");
}

function withDelay<Item>(before: PagerState<Item>, ms: number): PagerState<Item> {
  const now = Date.now();
  const elapsedMs = before.elapsedMs + now - before.at;
  return withRemainingTime({ ...before, at: now, elapsedMs, wasThrottled: true }, ms);
}

/** Adds the estimated remaining time, which starts with a wait of `ms`. */
function withRemainingTime<Item>(state: PagerState<Item>, ms: number): PagerState<Item> {
  const { list, elapsedMs } = state;
  const count = list.items.length + list.invalidRows.length;
  const missing = Math.max(0, (list.total ?? count) - count);
  const remainingMs = ms + ((elapsedMs + ms) * missing) / Math.max(count, 1);
  return { ...state, list: { ...list, remainingMs } };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
