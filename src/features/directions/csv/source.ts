import type { Country } from "#domain/directions/model.ts";
import { decodeFile, type FileProblem, MAX_FILE_BYTES } from "#lib/decodeFile.ts";
import { type NamedCountries, findNamedCountries } from "./lines.ts";
import { parseCsv } from "#lib/readCsv.ts";

/** Lines. There are some 250 countries, so a far longer text is not a list of them. */
export const MAX_LINES = 5000;

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

export type ParsedSource = { lines: NamedCountries } | { problem: SourceProblem };

/** The countries that a source names; a problem if there are none. */
export function parseSource(source: Source, countries: readonly Country[]): ParsedSource {
  if ("problem" in source) return source;
  if (source.text.length > MAX_FILE_BYTES) return { problem: { kind: "large" } };
  const { rows, unclosed } = parseCsv(source.text);
  if (unclosed !== undefined) return { problem: { kind: "quote", line: unclosed } };
  if (rows.length > MAX_LINES) return { problem: { kind: "lines" } };
  const lines = findNamedCountries(rows, countries);
  return lines.named.length === 0 && lines.unknown.length === 0
    ? { problem: { kind: "none" } }
    : { lines };
}
