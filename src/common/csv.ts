/** Tells Excel that this is UTF-8. */
const BOM = "\uFEFF";

/** What the spreadsheets of the person's country split by. */
export type CsvSeparator = "," | ";";

export function csvSeparator(locale: string): CsvSeparator {
  return locale === "ru" ? ";" : ",";
}

/** Rows of texts as CSV by RFC 4180, for spreadsheets: none of it runs as a formula. */
export function csvText(rows: readonly (readonly string[])[], separator: CsvSeparator): string {
  return BOM + rows.map((row) => `${row.map(cellOf).join(separator)}\r\n`).join("");
}

/**
 * A spreadsheet takes what begins like this for a formula, and runs it. What has the guarding
 * apostrophe already gets another: so taking one off (`unguarded`) always gives the text back.
 */
const FORMULA = /^'*[=+\-@\t\r\n]/;

function cellOf(value: string): string {
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",;\t\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The text of a cell that `csvText` wrote: without the apostrophe that guards a formula. */
export function stripFormulaGuard(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell;
}

/** Milliseconds until the browser has surely begun to read. */
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
