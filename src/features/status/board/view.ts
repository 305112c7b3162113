import { createListView } from "#common/list/createListView.ts";
import { STATE_ORDER, STATES } from "#domain/sip/rows.ts";
import { searchFilter } from "#domain/sip/search.ts";
import { compareNames } from "#lib/compare.ts";
import type { BoardRow } from "./rows.ts";

/** A phone that is online for less of the working hours is worth a look. */
export const LOW_SHARE = 0.9;

const WEEK_FILTERS = {
  dropped: (week: BoardRow["week"]) => (week?.drops ?? 0) > 0,
  low: (week: BoardRow["week"]) => (week?.share ?? 1) < LOW_SHARE,
};

/** The board's search, filters and sort orders; offline first, which is its purpose. */
export const boardView = createListView({
  search: (query) => {
    const isFound = searchFilter(query);
    return ({ account }: BoardRow) => isFound(account);
  },
  filters: {
    state: { values: STATES, matches: ({ account }, state) => account.state === state },
    only: { values: ["watched", "flapping"], matches: (row, only) => row[only] },
    week: { values: ["dropped", "low"], matches: ({ week }, filter) => WEEK_FILTERS[filter](week) },
  },
  sorts: {
    state: (a, b) => STATE_ORDER[a.account.state] - STATE_ORDER[b.account.state],
    // By duration: the latest change first, what was never observed last.
    since: (a, b) => (b.observation?.since ?? 0) - (a.observation?.since ?? 0),
    // The most drops and the smallest share first, what is not known last.
    drops: (a, b) => (b.week?.drops ?? -1) - (a.week?.drops ?? -1),
    share: (a, b) => (a.week?.share ?? 2) - (b.week?.share ?? 2),
    extension: (a, b) => a.account.extension - b.account.extension,
    name: (a, b) => compareNames(a.account.name, b.account.name),
    callerId: (a, b) => (a.account.callerId ?? "").localeCompare(b.account.callerId ?? ""),
  },
  defaultSort: "state",
  tieBreak: (a, b) => a.account.extension - b.account.extension || a.id - b.id,
});
export type BoardView = ReturnType<typeof boardView.read>;
