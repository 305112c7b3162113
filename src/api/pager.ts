import { isApiError } from "./errors.ts";
import type { InvalidRow } from "./readAnswer.ts";

/** What to ask for; the server grants what it likes and says so in `per_page`. */
export const PAGE_LIMIT = 100;
/** Pages asked for side by side. */
const CONCURRENCY = 4;
/** Seconds to wait where a server that wants less requests does not say how long. */
const USUAL_WAIT_S = 5;
/** Waits in a row without a page between them. */
const MOST_WAITS = 3;

/** One answer of a paginated operation. */
export interface Page<Item> {
  data: Item[];
  last_page: number;
  per_page: number;
  total?: number | undefined;
}

export interface PageAnswer<Item> {
  data: Page<Item>;
  invalidRows?: readonly InvalidRow[];
  /** Seconds. */
  age?: number;
}

export type AskPage<Item> = (paging: { page: number; limit: number }) => Promise<PageAnswer<Item>>;

/** All pages of a list, as far as they have come. */
export interface Collected<Item> {
  items: readonly Item[];
  /** Rows that can't be read; they count. */
  invalidRows: readonly InvalidRow[];
  /** How many there are by the server's word; undefined when it does not say. */
  total: number | undefined;
  /** Whether nothing more will come. */
  complete: boolean;
  /** Whether the server gave less than there is by its own word. */
  cut: boolean;
  /** Milliseconds that the rest takes by what came so far, where the server sets the pace. */
  left?: number | undefined;
}

/** Where the reading of a list stands: it can go on from here. */
export interface Reading<Item> {
  list: Collected<Item>;
  /** The page that comes next. */
  next: number;
  last: number;
  limit: number;
  /** Pages in a row that brought nothing new. */
  barren: number;
  /** When the oldest page was true, in ms since 1970. */
  oldest: number;
  /** When it got here, and milliseconds that it took. */
  at: number;
  spent: number;
  waited: boolean;
}

export function newReading<Item>(): Reading<Item> {
  const list = { items: [], invalidRows: [], total: undefined, complete: false, cut: false };
  const now = Date.now();
  const counts = { next: 1, last: 1, limit: PAGE_LIMIT, barren: 0 };
  return { list, ...counts, oldest: now, at: now, spent: 0, waited: false };
}

/**
 * Reads the pages of a list in order, a few at a time, and gives where it stands after each (trap
 * 2). Counts pages itself and follows no URL of the server. What counts are the rows: it goes on
 * past the last page while there are fewer than the server says, and stops when pages bring none
 * that are new. Where the server wants less requests it waits and goes on at the same page. Any
 * other failure throws; what came before can be taken up again.
 */
export async function* readPages<Item extends { id: number }>(
  ask: AskPage<Item>,
  from: Reading<Item> = newReading(),
  wait: (ms: number) => Promise<void> = pause,
): AsyncGenerator<Reading<Item>> {
  let reading: Reading<Item> = { ...from, at: Date.now() };
  let waits = 0;
  const running = new Map<number, Pending<Item>>();
  while (!reading.list.complete) {
    const { next, last, limit } = reading;
    for (let page = next; page < next + CONCURRENCY && (page === next || page <= last); page++) {
      if (!running.has(page)) running.set(page, pending(ask({ page, limit })));
    }
    const got = await running.get(next)?.outcome;
    running.delete(next);
    if (got === undefined) return;
    if ("error" in got) {
      const ms = next > 1 && ++waits <= MOST_WAITS ? waitAsked(got.error) : undefined;
      if (ms === undefined) throw got.error;
      reading = slowed(reading, ms);
      yield reading;
      await wait(ms);
      // Those sent along with it met the same refusal.
      for (const [page, { failed }] of running) if (failed()) running.delete(page);
      continue;
    }
    waits = 0;
    reading = withPage(reading, got.answer);
    yield reading;
  }
}

type Outcome<Item> = { answer: PageAnswer<Item> } | { error: unknown };
interface Pending<Item> {
  outcome: Promise<Outcome<Item>>;
  failed: () => boolean;
}

/** A page under way; its failure is seen when its turn comes. */
function pending<Item>(asked: Promise<PageAnswer<Item>>): Pending<Item> {
  let failed = false;
  const outcome = asked.then(
    (answer): Outcome<Item> => ({ answer }),
    (error: unknown): Outcome<Item> => {
      failed = true;
      return { error };
    },
  );
  return { outcome, failed: () => failed };
}

/** Milliseconds that the server wants to be left alone; undefined of any other failure. */
function waitAsked(error: unknown): number | undefined {
  if (!isApiError(error) || error.kind !== "tooManyRequests") return undefined;
  return Math.max(1, error.retryAfter ?? USUAL_WAIT_S) * 1000;
}

function withPage<Item extends { id: number }>(
  before: Reading<Item>,
  { data: page, invalidRows: given = [], age = 0 }: PageAnswer<Item>,
): Reading<Item> {
  const now = Date.now();
  const { list } = before;
  // Rows that moved between two pages while we read come twice and count once.
  const known = new Set(list.items.map(({ id }) => id));
  const knownInvalid = new Set(list.invalidRows.map(nameOf));
  const added = page.data.filter(({ id }) => !known.has(id) && known.add(id));
  const invalidAdded = given.filter((row) => !knownInvalid.has(nameOf(row)));
  const items = [...list.items, ...added];
  const invalidRows = [...list.invalidRows, ...invalidAdded];
  const have = items.length + invalidRows.length;
  const said = page.total ?? list.total;
  const isShort = said !== undefined && have < said;
  const isNew = added.length + invalidAdded.length > 0;
  const barren = isNew ? 0 : before.barren + 1;
  const isEmpty = page.data.length + given.length === 0;
  const { next: at } = before;
  const goesOn = at < page.last_page ? barren < 2 : isShort && isNew;
  const complete = isEmpty || !goesOn;
  const size = Math.max(page.per_page, page.data.length + given.length, 1);
  const reading = {
    ...before,
    next: at + 1,
    last: page.last_page,
    // The size that the first answer granted keeps all pages on the same grid.
    limit: at === 1 ? Math.min(size, PAGE_LIMIT) : before.limit,
    barren,
    oldest: Math.min(before.oldest, now - age * 1000),
    at: now,
    spent: before.spent + now - before.at,
    list: {
      items,
      invalidRows,
      total: said === undefined ? undefined : Math.max(said, have),
      complete,
      cut: complete && (isShort || (barren > 0 && !isEmpty && at < page.last_page)),
    },
  };
  return reading.waited && !complete ? paced(reading, 0) : reading;
}

function nameOf({ id, name, number, field }: InvalidRow): string {
  return [id, name, number, field].join("\n");
}

function slowed<Item>(before: Reading<Item>, ms: number): Reading<Item> {
  const now = Date.now();
  const spent = before.spent + now - before.at;
  return paced({ ...before, at: now, spent, waited: true }, ms);
}

/** With how long the rest takes; `ms` of waiting stand before it. */
function paced<Item>(reading: Reading<Item>, ms: number): Reading<Item> {
  const { list, spent } = reading;
  const have = list.items.length + list.invalidRows.length;
  const missing = Math.max(0, (list.total ?? have) - have);
  const left = ms + ((spent + ms) * missing) / Math.max(have, 1);
  return { ...reading, list: { ...list, left } };
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
