import { stripFormulaGuard } from "#lib/csv.ts";

export interface CsvRow {
  /** The row's first line in the text, from 1. */
  line: number;
  cells: string[];
}

export interface ParsedCsv {
  /** Rows that are not empty. */
  rows: CsvRow[];
  /** The line of a quotation mark that never closes: what follows can't be trusted. */
  unclosed?: number;
}

const SEPARATORS = [";", ",", "\t"] as const;
/** Excel's own directive on the first line, which names the separator. */
const SEP_LINE = /^sep=([;,\t])\r?\n/i;

/**
 * Reads comma, semicolon or tab separated text by RFC 4180, by the separator most frequent in the
 * first row; accepts any line ends and strips apostrophes that guard formulas. Never throws.
 */
export function parseCsv(text: string): ParsedCsv {
  const bare = text.replace(/^\uFEFF/, "");
  const named = SEP_LINE.exec(bare);
  const body = named === null ? bare : bare.slice(named[0].length);
  const separator = named?.[1] ?? detectSeparator(body);
  return parseRows(body, separator, named === null ? 1 : 2);
}

/** The separator most frequent in the first row that has one, outside quotes. */
function detectSeparator(text: string): string {
  const counts = new Map<string, number>();
  let quoted = false;
  for (const char of text) {
    if (char === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (SEPARATORS.some((each) => each === char)) {
      counts.set(char, (counts.get(char) ?? 0) + 1);
    } else if (/[\r\n]/.test(char) && counts.size > 0) break;
  }
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most?.[0] ?? ";";
}

function parseRows(text: string, separator: string, firstLine: number): ParsedCsv {
  const rows: CsvRow[] = [];
  let line = firstLine;
  let row: CsvRow = { line, cells: [] };
  let at = 0;
  while (at < text.length) {
    const cell =
      text[at] === '"' ? quotedCell(text, at, separator) : plainCell(text, at, separator);
    if (cell.unclosed) return { rows: rows.filter(hasText), unclosed: line };
    row.cells.push(stripFormulaGuard(cell.value));
    line += lineEnds(text.slice(at, cell.end));
    at = cell.end;
    if (text[at] === separator) {
      at += 1;
      // A separator at the very end is followed by an empty cell.
      if (at === text.length) row.cells.push("");
      else continue;
    }
    const end = /^(?:\r\n|\r|\n)/.exec(text.slice(at, at + 2))?.[0] ?? "";
    at += end.length;
    if (end !== "") line += 1;
    rows.push(row);
    row = { line, cells: [] };
  }
  return { rows: rows.filter(hasText) };
}

interface Cell {
  value: string;
  /** Where in the text it ends. */
  end: number;
  unclosed?: boolean;
}

function plainCell(text: string, from: number, separator: string): Cell {
  let end = from;
  while (end < text.length && text[end] !== separator && !/[\r\n]/.test(text[end] ?? "")) end += 1;
  return { value: text.slice(from, end), end };
}

/** Characters after the closing quotation mark, though invalid, belong to the cell. */
function quotedCell(text: string, from: number, separator: string): Cell {
  let value = "";
  let at = from + 1;
  for (;;) {
    const mark = text.indexOf('"', at);
    if (mark === -1) return { value, end: text.length, unclosed: true };
    value += text.slice(at, mark);
    at = mark + 1;
    if (text[at] !== '"') {
      const rest = plainCell(text, at, separator);
      return { value: value + rest.value, end: rest.end };
    }
    value += '"';
    at += 1;
  }
}

const lineEnds = (text: string) => text.match(/\r\n|\r|\n/g)?.length ?? 0;
const hasText = ({ cells }: CsvRow) => cells.some((cell) => cell.trim() !== "");
