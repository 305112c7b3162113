import { createListView } from "#common/list/createListView.ts";
import { type SipRow, STATE_ORDER, STATES } from "#domain/sip/rows.ts";
import { searchFilter } from "#domain/sip/search.ts";
import { compareNames } from "#lib/compare.ts";

/** The list's search, filters and sort orders. */
export const sipView = createListView({
  search: searchFilter,
  filters: {
    state: { values: STATES, matches: (row, state) => row.state === state },
    "caller-id": { values: ["none"], matches: (row) => row.callerId === undefined },
  },
  sorts: {
    state: (a, b) => STATE_ORDER[a.state] - STATE_ORDER[b.state],
    extension: (a, b) => a.extension - b.extension,
    name: (a, b) => compareNames(a.name, b.name),
    callerId: (a, b) => (a.callerId ?? "").localeCompare(b.callerId ?? ""),
  },
  defaultSort: "extension",
  tieBreak: (a: SipRow, b) => a.extension - b.extension || a.id - b.id,
});

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
