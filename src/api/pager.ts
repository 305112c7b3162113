/** What to ask for; the server grants what it likes and says so in `per_page`. */
export const PAGE_LIMIT = 100;
/** Pages asked for side by side. */
const CONCURRENCY = 4;

export interface PagePart<Item> {
  items: Item[];
  /** How many there are in all, by the server's word. */
  total: number | undefined;
  /** Whether this was the last part. */
  done: boolean;
  /** Whether the list ended before its last page: the server ignores `page`, or pages vanished. */
  cut: boolean;
}

/** One answer of a paginated operation. */
export interface Page<Item> {
  data: Item[];
  current_page: number;
  last_page: number;
  per_page: number;
  total?: number | undefined;
}

export type FetchPage<Item> = (paging: { page: number; limit: number }) => Promise<Page<Item>>;

/**
 * Gives all pages of a paginated list, the first as soon as it is there, the rest a few at a
 * time, in order (trap 2). Counts pages itself and follows no URL of the server. Stops when the
 * server ignores `page` and when pages vanish on the way. A page that fails throws.
 */
export async function* allPages<Item>(fetchPage: FetchPage<Item>): AsyncGenerator<PagePart<Item>> {
  const first = await fetchPage({ page: 1, limit: PAGE_LIMIT });
  const last = first.data.length === 0 ? 1 : first.last_page;
  yield { items: first.data, total: first.total, done: last <= 1, cut: false };
  // The size that the first answer granted keeps all pages on the same grid.
  const granted = Math.max(first.per_page, first.data.length, 1);
  const limit = Math.min(granted, PAGE_LIMIT);

  const running: Promise<Page<Item>>[] = [];
  let next = 2;
  const fill = () => {
    while (next <= last && running.length < CONCURRENCY) {
      const pending = fetchPage({ page: next++, limit });
      // Awaited in turn below; this only keeps an early failure from being "unhandled".
      pending.catch(() => undefined);
      running.push(pending);
    }
  };
  fill();
  for (let page = 2; page <= last; page++) {
    const part = await running.shift();
    if (part === undefined || part.current_page !== page || part.data.length === 0) {
      yield { items: [], total: part?.total, done: true, cut: part?.current_page !== page };
      return;
    }
    fill();
    yield { items: part.data, total: part.total, done: page === last, cut: false };
  }
}
