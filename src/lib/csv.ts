/** Tells Excel that this is UTF-8. */
const BOM = "\uFEFF";

/** The separator that spreadsheets expect in the user's locale. */
export type CsvSeparator = "," | ";";

export function csvSeparator(locale: string): CsvSeparator {
  return locale === "ru" ? ";" : ",";
}

/** Rows as CSV by RFC 4180, with formulas disarmed for spreadsheets. */
export function csvText(rows: readonly (readonly string[])[], separator: CsvSeparator): string {
  return BOM + rows.map((row) => `${row.map(toCell).join(separator)}\r\n`).join("");
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

/** Milliseconds after which the browser has certainly started to read. */
const READ_MS = 60_000;

/** Lets the browser save a CSV as a file of this name. */
export function downloadCsv(csv: string, name: string): void {
  const address = URL.createObjectURL(new Blob([csv], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), READ_MS);
}
