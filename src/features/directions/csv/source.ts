import type { Country } from "#domain/directions/model.ts";
import { readRows, type Source, type SourceProblem } from "#common/source/source.ts";
import { findNamedCountries, type NamedCountries } from "./lines.ts";

export type ParsedSource = { lines: NamedCountries } | { problem: SourceProblem };

/** The countries that a source names; a problem if there are none. */
export function parseSource(source: Source, countries: readonly Country[]): ParsedSource {
  const read = readRows(source);
  if ("problem" in read) return read;
  const lines = findNamedCountries(read.rows, countries);
  return lines.named.length === 0 && lines.unknown.length === 0
    ? { problem: { kind: "none" } }
    : { lines };
}
