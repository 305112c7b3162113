import { type CsvSeparator, csvText } from "#lib/csv.ts";
import { localIso } from "./localIso.ts";
import type { Change, ObservedState } from "./observe.ts";

export interface CsvTexts {
  /** In the order of the columns, see `COLUMNS`. */
  header: Record<(typeof COLUMNS)[number], string>;
  states: Record<ObservedState, string>;
  separator: CsvSeparator;
}

export const COLUMNS = ["at", "after", "account", "extension", "name", "from", "to"] as const;

/** The changes as CSV by RFC 4180, in the given order. */
export function changesCsv(
  changes: readonly Change[],
  { header, states, separator }: CsvTexts,
): string {
  const rows = changes.map((change) => [
    localIso(change.at),
    localIso(change.after),
    String(change.account),
    change.extension === undefined ? "" : String(change.extension),
    change.name,
    states[change.from],
    states[change.to],
  ]);
  return csvText([COLUMNS.map((column) => header[column]), ...rows], separator);
}
