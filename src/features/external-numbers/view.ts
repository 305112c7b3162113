import type { ConnectionType } from "#api/externalNumbers.ts";
import { createListView } from "#common/list/createListView.ts";
import {
  type ExternalRow,
  REGISTRATION_STATES,
  type RegistrationState,
} from "#domain/externalNumbers/rows.ts";
import { compareNames } from "#lib/compare.ts";
import { MIN_DIGITS, parseSearch } from "#lib/search.ts";

export const KINDS = ["ate", "sipuri"] as const satisfies readonly ConnectionType[];

/**
 * Whether a row matches what was typed: every word in number, source, address or type; or, when it
 * looks like a number (`8 (495) 000`), its digits in any of them.
 */
function searchFilter(query: string): (row: ExternalRow) => boolean {
  const { words, digits } = parseSearch(query.trim());
  if (words.length === 0) return () => true;
  return ({ searchText }) =>
    words.every((word) => searchText.includes(word)) ||
    digits.some((part) => part.length >= MIN_DIGITS && searchText.includes(part));
}

/** What needs attention comes first; what has no registration last. */
const STATE_ORDER: Record<RegistrationState, number> = { lost: 0, unknown: 1, registered: 2 };
const stateRank = ({ state }: ExternalRow) => (state === undefined ? 3 : STATE_ORDER[state]);
const kindText = ({ kind, type }: ExternalRow) => kind ?? type;
const sourceText = ({ servers, login }: ExternalRow) => servers[0] ?? login;
const byNumber = (a: ExternalRow, b: ExternalRow) => compareNames(a.number, b.number);

/** The list's search, filters and sort orders. */
export const externalView = createListView({
  search: searchFilter,
  filters: {
    state: { values: REGISTRATION_STATES, matches: (row, state) => row.state === state },
    type: { values: KINDS, matches: (row, kind) => row.kind === kind },
  },
  sorts: {
    number: byNumber,
    kind: (a, b) => compareNames(kindText(a), kindText(b)),
    source: (a, b) => compareNames(sourceText(a), sourceText(b)),
    state: (a, b) => stateRank(a) - stateRank(b),
  },
  defaultSort: "number",
  tieBreak: byNumber,
});
