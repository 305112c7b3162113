import { nextSort, type Sort } from "#ui/table/columns.ts";
import { readSort, sortParam, withParams } from "#ui/table/sortParam.ts";
import { compareNames } from "#lib/compare.ts";
import { type SipRow, STATE_ORDER, STATES, type SipState } from "#domain/sip/rows.ts";
import { searchFilter } from "#domain/sip/search.ts";

export const SORTS = ["state", "extension", "name", "callerId"] as const;
type SortBy = (typeof SORTS)[number];

/** What of the list is shown, and how: the whole of it lives in the address. */
export interface ListView {
  q: string;
  state: SipState | undefined;
  /** Only accounts without a caller ID. */
  noCallerId: boolean;
  sort: Sort & { by: SortBy };
}

/** Reads an address; what makes no sense in it is as if it were not there. */
export function readView(params: URLSearchParams): ListView {
  return {
    q: params.get("q") ?? "",
    state: STATES.find((state) => state === params.get("state")),
    noCallerId: params.get("caller-id") === "none",
    sort: readSort(params, SORTS, "extension"),
  };
}

/** The address of a view, on top of what else stands in it; the ordinary is left out. */
export function writeView(params: URLSearchParams, change: Partial<ListView>): URLSearchParams {
  const view = { ...readView(params), ...change };
  return withParams(params, {
    q: view.q,
    state: view.state,
    "caller-id": view.noCallerId ? "none" : undefined,
    sort: sortParam(view.sort, "extension"),
  });
}

export function changeSort(view: ListView, by: string): ListView["sort"] {
  const next = nextSort(view.sort, by);
  return {
    by: SORTS.find((known) => known === next.by) ?? "extension",
    descending: next.descending,
  };
}

const COMPARE: Record<SortBy, (a: SipRow, b: SipRow) => number> = {
  state: (a, b) => STATE_ORDER[a.state] - STATE_ORDER[b.state],
  extension: (a, b) => a.extension - b.extension,
  name: (a, b) => compareNames(a.name, b.name),
  callerId: (a, b) => (a.callerId ?? "").localeCompare(b.callerId ?? ""),
};

/** The rows of a view, in its order; equal ones stay in the order of their extensions. */
export function applyView(rows: readonly SipRow[], view: ListView): SipRow[] {
  const matches = searchFilter(view.q);
  const compare = COMPARE[view.sort.by];
  const sign = view.sort.descending ? -1 : 1;
  return rows
    .filter(
      (row) =>
        (view.state === undefined || row.state === view.state) &&
        (!view.noCallerId || row.callerId === undefined) &&
        matches(row),
    )
    .sort((a, b) => sign * compare(a, b) || a.extension - b.extension || a.id - b.id);
}

export type Counts = Record<SipState | "all" | "noCallerId", number>;

/** What narrows a list. */
type Filters = Pick<ListView, "q" | "state" | "noCallerId">;
const NO_FILTERS: Filters = { q: "", state: undefined, noCallerId: false };

/** How many rows each filter would show, within the search and the filters of the other kind. */
export function countRows(rows: readonly SipRow[], view = NO_FILTERS): Counts {
  const matches = searchFilter(view.q);
  const counts: Counts = { all: 0, online: 0, offline: 0, creating: 0, unknown: 0, noCallerId: 0 };
  for (const row of rows) {
    if (!matches(row)) continue;
    const hasNoCallerId = row.callerId === undefined;
    counts.all++;
    if (hasNoCallerId || !view.noCallerId) counts[row.state]++;
    if (hasNoCallerId && (view.state === undefined || row.state === view.state))
      counts.noCallerId++;
  }
  return counts;
}

/** The smallest extension from 200 up that no account has; undefined when all are taken. */
export function nextFreeExtension(
  taken: Iterable<number>,
  limits: { min: number; max: number },
): number | undefined {
  const used = new Set(taken);
  for (let extension = limits.min; extension <= limits.max; extension++) {
    if (!used.has(extension)) return extension;
  }
  return undefined;
}
