import { type FetchPage, newPagerState, PAGE_LIMIT, type PagerState, readPages } from "../pager.ts";

export interface Item {
  id: number;
}
interface Office {
  total: number;
  /** The most that the server grants per page, whatever is requested. */
  granted?: number;
}
export type Ask = FetchPage<Item>;

export const numbers = (count: number, from = 1) =>
  Array.from({ length: count }, (_, i) => i + from);
export const toRows = (ids: number[]) => ids.map((id) => ({ id }));

/** A server that pages as Laravel does: an empty list is one empty page. */
export function serve({ total, granted = PAGE_LIMIT }: Office, page: number, limit: number) {
  const size = Math.min(limit, granted);
  return {
    data: {
      data: toRows(numbers(total).slice((page - 1) * size, page * size)),
      last_page: Math.max(1, Math.ceil(total / size)),
      per_page: size,
      total,
    },
  };
}

/** Reads all pages: returns each step, and the list of the last one. */
export async function collect(
  ask: Ask,
  from?: PagerState<Item>,
  wait: (ms: number) => Promise<void> = () => Promise.resolve(),
) {
  const steps: PagerState<Item>[] = [];
  for await (const step of readPages(ask, from, wait)) steps.push(step);
  const { list } = steps.at(-1) ?? newPagerState<Item>();
  return { steps, list, ids: list.items.map(({ id }) => id) };
}
