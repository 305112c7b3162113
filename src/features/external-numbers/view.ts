import type { ConnectionType } from "#api/externalNumbers.ts";
import {
  type ExternalRow,
  REGISTRATION_STATES,
  type RegistrationState,
} from "#domain/externalNumbers/rows.ts";
import { compareNames } from "#lib/compare.ts";
import { parseSearch, MIN_DIGITS } from "#lib/search.ts";
import { nextSort, type Sort } from "#ui/table/columns.ts";
import { readSort, sortParam, withParams } from "#ui/table/sortParam.ts";

export const SORTS = ["number", "kind", "source", "state"] as const;
type SortBy = (typeof SORTS)[number];
export const KINDS = ["ate", "sipuri"] as const satisfies readonly ConnectionType[];

/** What of the list is shown, and how: the whole of it lives in the address. */
export interface ListView {
  q: string;
  state: RegistrationState | undefined;
  kind: ConnectionType | undefined;
  sort: Sort & { by: SortBy };
}

/** Reads an address; what makes no sense in it is as if it were not there. */
export function readView(params: URLSearchParams): ListView {
  return {
    q: params.get("q") ?? "",
    state: REGISTRATION_STATES.find((state) => state === params.get("state")),
    kind: KINDS.find((kind) => kind === params.get("type")),
    sort: readSort(params, SORTS, "number"),
  };
}

/** The address of a view, on top of what else stands in it; the ordinary is left out. */
export function writeView(params: URLSearchParams, change: Partial<ListView>): URLSearchParams {
  const view = { ...readView(params), ...change };
  return withParams(params, {
    q: view.q,
    state: view.state,
    type: view.kind,
    sort: sortParam(view.sort, "number"),
  });
}

export function changeSort(view: ListView, by: string): ListView["sort"] {
  const next = nextSort(view.sort, by);
  return { by: SORTS.find((known) => known === next.by) ?? "number", descending: next.descending };
}

/** What asks for help stands first; what has no registration last. */
const STATE_ORDER: Record<RegistrationState, number> = { lost: 0, unknown: 1, registered: 2 };
const stateRank = ({ state }: ExternalRow) => (state === undefined ? 3 : STATE_ORDER[state]);
const kindWord = ({ kind, type }: ExternalRow) => kind ?? type;
const sourceWord = ({ servers, login }: ExternalRow) => servers[0] ?? login;

const COMPARE: Record<SortBy, (a: ExternalRow, b: ExternalRow) => number> = {
  number: (a, b) => compareNames(a.number, b.number),
  kind: (a, b) => compareNames(kindWord(a), kindWord(b)),
  source: (a, b) => compareNames(sourceWord(a), sourceWord(b)),
  state: (a, b) => stateRank(a) - stateRank(b),
};

/**
 * Whether a row fits what was typed: every word in number, source, address or type; or, when it
 * looks like a number (`8 (495) 000`), its digits in any of them.
 */
function searchFilter(query: string): (row: ExternalRow) => boolean {
  const { words, digits } = parseSearch(query.trim());
  if (words.length === 0) return () => true;
  return ({ searchText }) =>
    words.every((word) => searchText.includes(word)) ||
    digits.some((part) => part.length >= MIN_DIGITS && searchText.includes(part));
}

/** The rows of a view, in its order; equal ones stay in the order of their numbers. */
export function applyView(rows: readonly ExternalRow[], view: ListView): ExternalRow[] {
  const fits = searchFilter(view.q);
  const compare = COMPARE[view.sort.by];
  const sign = view.sort.descending ? -1 : 1;
  return rows
    .filter(
      (row) =>
        (view.state === undefined || row.state === view.state) &&
        (view.kind === undefined || row.kind === view.kind) &&
        fits(row),
    )
    .sort((a, b) => sign * compare(a, b) || COMPARE.number(a, b));
}

export type Counts = Record<RegistrationState | ConnectionType | "all", number>;

type Narrowing = Pick<ListView, "q" | "state" | "kind">;
const NOTHING: Narrowing = { q: "", state: undefined, kind: undefined };

/** How many rows each filter would show, within the search and the filters of the other kind. */
export function countRows(rows: readonly ExternalRow[], view = NOTHING): Counts {
  const fits = searchFilter(view.q);
  const counts: Counts = { all: 0, registered: 0, lost: 0, unknown: 0, ate: 0, sipuri: 0 };
  for (const row of rows) {
    if (!fits(row)) continue;
    const { state, kind } = row;
    counts.all++;
    if (state !== undefined && (view.kind ?? kind) === kind) counts[state]++;
    if (kind !== undefined && (view.state ?? state) === state) counts[kind]++;
  }
  return counts;
}
