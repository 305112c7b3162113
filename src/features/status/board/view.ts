import { compareNames } from "#lib/compare.ts";
import { STATE_ORDER, STATES, type SipState } from "#domain/sip/rows.ts";
import { searchFilter } from "#domain/sip/search.ts";
import { nextSort, type Sort } from "#ui/table/columns.ts";
import { readSort, sortParam, withParams } from "#ui/table/sortParam.ts";
import type { BoardRow } from "./rows.ts";

export const SORTS = ["state", "since", "extension", "name", "callerId"] as const;
type SortBy = (typeof SORTS)[number];
/** Offline first: that is what the board is for. */
const USUAL: SortBy = "state";

/** What the board shows, and in which order: the whole of it lives in the address. */
export interface BoardView {
  q: string;
  state: SipState | undefined;
  /** Only accounts that the person watches; only those that flap. */
  only: "watched" | "flapping" | undefined;
  sort: Sort & { by: SortBy };
}

export const NO_FILTERS: Pick<BoardView, "q" | "state" | "only"> = {
  q: "",
  state: undefined,
  only: undefined,
};

export function readView(params: URLSearchParams): BoardView {
  const only = params.get("only");
  return {
    q: params.get("q") ?? "",
    state: STATES.find((state) => state === params.get("state")),
    only: only === "watched" || only === "flapping" ? only : undefined,
    sort: readSort(params, SORTS, USUAL),
  };
}

export function writeView(params: URLSearchParams, change: Partial<BoardView>): URLSearchParams {
  const { q, state, only, sort } = { ...readView(params), ...change };
  return withParams(params, { q, state, only, sort: sortParam(sort, USUAL) });
}

export function changeSort(view: BoardView, by: string): BoardView["sort"] {
  const next = nextSort(view.sort, by);
  return { by: SORTS.find((known) => known === next.by) ?? USUAL, descending: next.descending };
}

const COMPARE: Record<SortBy, (a: BoardRow, b: BoardRow) => number> = {
  state: (a, b) => STATE_ORDER[a.account.state] - STATE_ORDER[b.account.state],
  // By how long: what changed last stands first, what was never seen last.
  since: (a, b) => (b.observation?.since ?? 0) - (a.observation?.since ?? 0),
  extension: (a, b) => a.account.extension - b.account.extension,
  name: (a, b) => compareNames(a.account.name, b.account.name),
  callerId: (a, b) => (a.account.callerId ?? "").localeCompare(b.account.callerId ?? ""),
};

/** The rows of a view, in its order; equal ones stay in the order of their extensions. */
export function applyView(rows: readonly BoardRow[], view: BoardView): BoardRow[] {
  const fits = searchFilter(view.q);
  const compare = COMPARE[view.sort.by];
  const sign = view.sort.descending ? -1 : 1;
  return rows
    .filter(
      (row) =>
        (view.state === undefined || row.account.state === view.state) &&
        (view.only === undefined || row[view.only]) &&
        fits(row.account),
    )
    .sort((a, b) => sign * compare(a, b) || COMPARE.extension(a, b) || a.id - b.id);
}

export type Counts = Record<SipState | "all" | "watched" | "flapping", number>;

/** How many rows each filter would show, within the search and the filters of the other kind. */
export function countRows(
  rows: readonly BoardRow[],
  view: Pick<BoardView, "q" | "state" | "only"> = NO_FILTERS,
): Counts {
  const fits = searchFilter(view.q);
  const counts: Counts = {
    all: 0,
    online: 0,
    offline: 0,
    creating: 0,
    unknown: 0,
    watched: 0,
    flapping: 0,
  };
  for (const row of rows) {
    const { account, watched, flapping } = row;
    if (!fits(account)) continue;
    counts.all++;
    if (view.only === undefined || row[view.only]) counts[account.state]++;
    if (view.state !== undefined && account.state !== view.state) continue;
    if (watched) counts.watched++;
    if (flapping) counts.flapping++;
  }
  return counts;
}
