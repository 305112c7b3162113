import { groupByCode, type Country } from "#domain/directions/model.ts";
import { foldText } from "#lib/search.ts";
import { type Entry, createReader } from "./columns.ts";
import type { CsvRow } from "#lib/readCsv.ts";

/**
 * Why a line names no country: nothing has its code or name; its code belongs to one country and
 * its name to another; several share its code and its name fits none of them.
 */
export type LineProblem = "unknown" | "disagree" | "ambiguous";

export interface UnknownLine {
  line: number;
  text: string;
  problem: LineProblem;
}

export interface NamedCountries {
  /** Countries that the file names, in its order. */
  named: Country[];
  unknown: UnknownLine[];
  /** Lines that name only what an earlier line, `first`, already named. */
  repeated: { line: number; text: string; first: number }[];
}

/** Finds out which countries the rows of a file name. */
export function findNamedCountries(
  rows: readonly CsvRow[],
  countries: readonly Country[],
): NamedCountries {
  const find = createFinder(countries);
  const reader = createReader(rows[0]?.cells ?? []);
  const seen = new Map<Country, number>();
  const result: NamedCountries = { named: [], unknown: [], repeated: [] };
  for (const { line, cells } of reader.header ? rows.slice(1) : rows) {
    const found = find(reader.read(cells));
    const text = quoteLine(cells);
    if (typeof found === "string") {
      result.unknown.push({ line, text, problem: found });
      continue;
    }
    const fresh = found.filter((country) => !seen.has(country));
    const first = found.map((country) => seen.get(country)).find((each) => each !== undefined);
    if (fresh.length === 0 && first !== undefined) result.repeated.push({ line, text, first });
    for (const country of fresh) seen.set(country, line);
    result.named.push(...fresh);
  }
  return result;
}

/** Characters of a line that are shown. */
const SHOWN = 120;

function quoteLine(cells: readonly string[]): string {
  const texts = cells.map((cell) => cell.trim()).filter(Boolean);
  const text = texts.join(" · ");
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
}

/** A name without what should not matter: case, «ё», accents, punctuation. */
export function foldName(name: string): string {
  return foldText(name)
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

type Find = (entry: Entry) => Country[] | LineProblem;

function createFinder(countries: readonly Country[]): Find {
  const codes = groupByCode(countries);
  const names = new Map<string, Country[]>();
  for (const country of countries) {
    for (const name of new Set([country.name, country.englishName].map(foldName))) {
      if (name !== "") names.set(name, [...(names.get(name) ?? []), country]);
    }
  }
  return ({ code, names: written }) => {
    const called = [...new Set(written.flatMap((name) => names.get(foldName(name)) ?? []))];
    if (code === undefined) return called.length > 0 ? called : "unknown";
    const group = codes.get(code);
    if (group === undefined) {
      // `1876;Jamaica`, although the provider has Jamaica under 1.
      const wider = called.filter(
        (country) => country.code !== "" && code.startsWith(country.code),
      );
      return wider.length > 0 ? wider : "unknown";
    }
    const both = called.filter((country) => group.includes(country));
    if (both.length > 0) return both;
    if (called.length > 0) return "disagree";
    return group.length > 1 && written.length > 0 ? "ambiguous" : group;
  };
}
