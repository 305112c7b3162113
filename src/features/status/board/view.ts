import { createListView } from "#common/list/createListView.ts";
import { STATE_ORDER, STATES } from "#domain/sip/rows.ts";
import { searchFilter } from "#domain/sip/search.ts";
import { compareNames } from "#lib/compare.ts";
import type { BoardRow } from "./rows.ts";

/** The board's search, filters and sort orders; offline first, which is its purpose. */
export const boardView = createListView({
  search: (query) => {
    const isFound = searchFilter(query);
    return ({ account }: BoardRow) => isFound(account);
  },
  filters: {
    state: { values: STATES, matches: ({ account }, state) => account.state === state },
    only: { values: ["watched", "flapping"], matches: (row, only) => row[only] },
  },
  sorts: {
    state: (a, b) => STATE_ORDER[a.account.state] - STATE_ORDER[b.account.state],
    // By duration: the latest change first, what was never observed last.
    since: (a, b) => (b.observation?.since ?? 0) - (a.observation?.since ?? 0),
    extension: (a, b) => a.account.extension - b.account.extension,
    name: (a, b) => compareNames(a.account.name, b.account.name),
    callerId: (a, b) => (a.account.callerId ?? "").localeCompare(b.account.callerId ?? ""),
  },
  defaultSort: "state",
  tieBreak: (a, b) => a.account.extension - b.account.extension || a.id - b.id,
});
export type BoardView = ReturnType<typeof boardView.read>;
