import { decodeFile, type FileProblem, MAX_FILE_BYTES } from "#lib/decodeFile.ts";
import { type CsvRow, parseCsv } from "#lib/readCsv.ts";

/** Lines: twice what the largest office has. A longer text is another file. */
export const MAX_LINES = 20_000;

/** Why the input can't be used. */
export type SourceProblem =
  | { kind: FileProblem | "unreadable" | "lines" | "none" }
  /** A quotation mark on this line never closes. */
  | { kind: "quote"; line: number };

/** The input: the text of a file or of the clipboard, or why there is none. */
export type Source = { text: string } | { problem: SourceProblem };

/** The text of a file. Never rejects: an unreadable file is a problem like the others. */
export async function readFileSource(file: File): Promise<Source> {
  if (file.size > MAX_FILE_BYTES) return { problem: { kind: "large" } };
  try {
    const decoded = decodeFile(new Uint8Array(await file.arrayBuffer()));
    return "text" in decoded ? decoded : { problem: { kind: decoded.problem } };
  } catch {
    return { problem: { kind: "unreadable" } };
  }
}

/** The rows of a source; at least one, or a problem. */
export function readRows(source: Source): { rows: CsvRow[] } | { problem: SourceProblem } {
  if ("problem" in source) return source;
  if (source.text.length > MAX_FILE_BYTES) return { problem: { kind: "large" } };
  const { rows, unclosed } = parseCsv(source.text);
  if (unclosed !== undefined) return { problem: { kind: "quote", line: unclosed } };
  if (rows.length > MAX_LINES) return { problem: { kind: "lines" } };
  return rows.length === 0 ? { problem: { kind: "none" } } : { rows };
}
