import type { SmartNumber } from "#api/smartNumbers.ts";
import { createListView } from "#common/list/createListView.ts";
import { compareNames } from "#lib/compare.ts";
import { foldText, parseSearch } from "#lib/search.ts";

export interface SmartRow extends SmartNumber {
  /** What the search looks through. */
  searchText: string;
  /** Was just added, and comes first. */
  added: boolean;
}

export function toRows(items: readonly SmartNumber[], added?: number): SmartRow[] {
  return items.map((item) => ({
    ...item,
    searchText: foldText(item.description),
    added: item.id === added,
  }));
}

/** Shorter beginnings match almost every date. */
const SHORTEST_DATE = 4;

/**
 * Whether a row matches what was typed: every word in its description, or the beginning of its
 * date, or, when it looks like a number (`8 (900) 000`, `+7900-000`), its digits in one of its
 * phones.
 */
function searchFilter(query: string): (row: SmartRow) => boolean {
  const typed = query.trim();
  const { words, digits } = parseSearch(typed);
  if (words.length === 0) return () => true;
  return ({ searchText, phoneX, phoneB, phoneA, created_at: created }) =>
    words.every((word) => searchText.includes(word)) ||
    (typed.length >= SHORTEST_DATE && created.startsWith(typed)) ||
    digits.some((part) => [phoneX, phoneB, phoneA].some((phone) => phone.includes(part)));
}

/** The list's search and sort orders. */
export const smartView = createListView({
  search: searchFilter,
  filters: {},
  sorts: {
    phoneX: (a, b) => a.phoneX.localeCompare(b.phoneX),
    phoneB: (a, b) => a.phoneB.localeCompare(b.phoneB),
    phoneA: (a, b) => a.phoneA.localeCompare(b.phoneA),
    description: (a, b) => compareNames(a.description, b.description),
    created: (a, b) => a.created_at.localeCompare(b.created_at),
  },
  defaultSort: "phoneX",
  tieBreak: (a, b) => a.id - b.id,
  isFirst: ({ added }) => added,
});
