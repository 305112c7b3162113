import { download } from "./download.ts";

/** Tells Excel that this is UTF-8. */
export const BOM = "\uFEFF";

/** What spreadsheets expect in a file, by the user's locale; a tab where cells are pasted. */
export type CsvSeparator = "," | ";" | "\t";

export function csvSeparator(locale: string): CsvSeparator {
  return locale === "ru" ? ";" : ",";
}

/** Rows as CSV by RFC 4180, with formulas disarmed for spreadsheets. */
export function csvText(rows: readonly (readonly string[])[], separator: CsvSeparator): string {
  return BOM + csvRows(rows, separator);
}

/** The same without the mark at the beginning: for a file that is written in parts. */
export function csvRows(rows: readonly (readonly string[])[], separator: CsvSeparator): string {
  return rows.map((row) => `${row.map(toCell).join(separator)}\r\n`).join("");
}

/**
 * Spreadsheets run what begins like this as a formula, so it gets an apostrophe. A text that already
 * has one gets another: removing one (`stripFormulaGuard`) always restores the text.
 */
const FORMULA = /^'*[=+\-@\t\r\n]/;

function toCell(value: string): string {
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The text of a cell that `csvText` wrote, without the apostrophe before a formula. */
export function stripFormulaGuard(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

/** Lets the browser save a CSV as a file of this name. */
export function downloadCsv(csv: string, name: string): void {
  download([csv], name, "text/csv;charset=utf-8");
}
