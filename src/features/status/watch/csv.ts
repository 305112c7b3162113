import { type CsvSeparator, csvText } from "#common/csv.ts";
import type { Change, Seen } from "./observe.ts";

export interface CsvWords {
  /** In the order of the columns, see `COLUMNS`. */
  header: Record<(typeof COLUMNS)[number], string>;
  states: Record<Seen, string>;
  separator: CsvSeparator;
}

export const COLUMNS = ["at", "after", "account", "extension", "name", "from", "to"] as const;

/** The changes as CSV by RFC 4180, in the order given. */
export function changesCsv(
  changes: readonly Change[],
  { header, states, separator }: CsvWords,
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

const two = (value: number) => String(value).padStart(2, "0");

/** A time (ms since 1970) of this browser's zone: `2026-11-21T14:02:05+03:00`. */
export function localIso(at: number): string {
  const date = new Date(at);
  // getTimezoneOffset counts westwards.
  const east = -date.getTimezoneOffset();
  const local = new Date(at + east * 60_000).toISOString().slice(0, 19);
  const offset = `${two(Math.floor(Math.abs(east) / 60))}:${two(Math.abs(east) % 60)}`;
  return `${local}${east < 0 ? "-" : "+"}${offset}`;
}
