import Papa from "papaparse";
import { stripFormulaGuard } from "./csv.ts";

export interface CsvRow {
  /** The row's first line in the text, from 1. */
  line: number;
  cells: string[];
}

export interface ParsedCsv {
  /** Rows that are not empty. */
  rows: CsvRow[];
  /** The line of a quotation mark that never closes, or closes amid text: what follows can't be trusted. */
  unclosed?: number;
}

const SEPARATORS = [";", ",", "\t"];
/** Excel's own directive on the first line, which names the separator. */
const SEP_LINE = /^sep=([;,\t])\r?\n/i;

/**
 * Reads comma, semicolon or tab separated text; accepts any line ends and strips apostrophes that
 * guard formulas. Never throws.
 */
export function parseCsv(text: string): ParsedCsv {
  const bare = text.replace(/^\uFEFF/, "");
  const named = SEP_LINE.exec(bare);
  const body = withOneLineEnd(named === null ? bare : bare.slice(named[0].length));
  const rows: CsvRow[] = [];
  let line = named === null ? 1 : 2;
  let at = 0;
  let unclosed: number | undefined;
  Papa.parse<string[]>(body, {
    delimiter: named?.[1] ?? detectSeparator(body),
    step: ({ data, errors, meta }, parser) => {
      if (errors.some(({ code }) => code === "MissingQuotes")) {
        unclosed = line;
        parser.abort();
        return;
      }
      const cells = data.map(stripFormulaGuard);
      if (cells.some((cell) => cell.trim() !== "")) rows.push({ line, cells });
      line += countLineEnds(body.slice(at, meta.cursor));
      at = meta.cursor;
    },
  });
  return unclosed === undefined ? { rows } : { rows, unclosed };
}

/** papaparse expects the same line end after each row; a file edited by hand may have several. */
function withOneLineEnd(text: string): string {
  const outsideQuotes = text.replaceAll(/"[^"]*"/g, "");
  const kinds = new Set(outsideQuotes.match(LINE_END));
  return kinds.size > 1 ? text.replaceAll(LINE_END, "\n") : text;
}

/** The separator most frequent in the first row that has one, outside quotes. */
function detectSeparator(text: string): string {
  const counts = new Map<string, number>();
  let quoted = false;
  for (const char of text) {
    if (char === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (SEPARATORS.includes(char)) counts.set(char, (counts.get(char) ?? 0) + 1);
    else if (/[\r\n]/.test(char) && counts.size > 0) break;
  }
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most?.[0] ?? ";";
}

const LINE_END = /\r\n|\r|\n/g;
const countLineEnds = (text: string) => text.match(LINE_END)?.length ?? 0;
