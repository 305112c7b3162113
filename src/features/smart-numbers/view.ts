import type { SmartNumber } from "#api/smartNumbers.ts";
import { compareNames } from "#lib/compare.ts";
import { foldText, parseSearch } from "#lib/search.ts";
import { nextSort, type Sort } from "#ui/table/columns.ts";
import { readSort, sortParam, withParams } from "#ui/table/sortParam.ts";

export const SORTS = ["phoneX", "phoneB", "phoneA", "description", "created"] as const;
type SortBy = (typeof SORTS)[number];
const USUAL = "phoneX";

/** What of the list is shown, and how: the whole of it lives in the address. */
export interface SmartView {
  q: string;
  sort: Sort & { by: SortBy };
}

export interface SmartRow extends SmartNumber {
  /** What the search looks through. */
  searchText: string;
}

export function toRows(items: readonly SmartNumber[]): SmartRow[] {
  return items.map((item) => ({ ...item, searchText: foldText(item.description) }));
}

/** Reads an address; what makes no sense in it is as if it were not there. */
export function readView(params: URLSearchParams): SmartView {
  return { q: params.get("q") ?? "", sort: readSort(params, SORTS, USUAL) };
}

/** The address of a view, on top of what else stands in it; the ordinary is left out. */
export function writeView(params: URLSearchParams, change: Partial<SmartView>): URLSearchParams {
  const view = { ...readView(params), ...change };
  return withParams(params, { q: view.q, sort: sortParam(view.sort, USUAL) });
}

export function changeSort(view: SmartView, by: string): SmartView["sort"] {
  const next = nextSort(view.sort, by);
  return { by: SORTS.find((known) => known === next.by) ?? USUAL, descending: next.descending };
}

const COMPARE: Record<SortBy, (a: SmartRow, b: SmartRow) => number> = {
  phoneX: (a, b) => a.phoneX.localeCompare(b.phoneX),
  phoneB: (a, b) => a.phoneB.localeCompare(b.phoneB),
  phoneA: (a, b) => a.phoneA.localeCompare(b.phoneA),
  description: (a, b) => compareNames(a.description, b.description),
  created: (a, b) => a.created_at.localeCompare(b.created_at),
};

/** The rows of a view, in its order; the one that was just added comes first. */
export function applyView(
  rows: readonly SmartRow[],
  view: SmartView,
  added: number | undefined,
): SmartRow[] {
  const fits = searchFilter(view.q);
  const compare = COMPARE[view.sort.by];
  const sign = view.sort.descending ? -1 : 1;
  const first = (row: SmartRow) => (row.id === added ? 0 : 1);
  return rows
    .filter(fits)
    .sort((a, b) => first(a) - first(b) || sign * compare(a, b) || a.id - b.id);
}

/** Shorter beginnings stand in almost every date. */
const SHORTEST_DATE = 4;

/**
 * Whether a row fits what was typed: every word in its description, or the beginning of its date,
 * or, when it looks like a number (`8 (900) 000`, `+7900-000`), its digits in one of its phones.
 */
export function searchFilter(query: string): (row: SmartRow) => boolean {
  const typed = query.trim();
  const { words, digits } = parseSearch(typed);
  if (words.length === 0) return () => true;
  return ({ searchText, phoneX, phoneB, phoneA, created_at: created }) =>
    words.every((word) => searchText.includes(word)) ||
    (typed.length >= SHORTEST_DATE && created.startsWith(typed)) ||
    digits.some((part) => [phoneX, phoneB, phoneA].some((phone) => phone.includes(part)));
}
