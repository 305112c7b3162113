import {
  compareByName,
  type Country,
  getCodeGroup,
  localizeNames,
} from "#domain/directions/model.ts";
import { type Risk, findRisk } from "#domain/directions/risk.ts";
import { stripLabel } from "#lib/phoneCharacters.ts";
import { foldText } from "#lib/search.ts";
import { withParams } from "#ui/table/sortParam.ts";

export const SHOWS = ["open", "closed", "risky", "risky-open"] as const;
export type Show = (typeof SHOWS)[number];
/** What the list is grouped by: the first letter, or the world numbering zone of the dial code. */
export const GROUPINGS = ["letter", "zone"] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** What of the list is shown, and how: the whole of it lives in the address. */
export interface View {
  q: string;
  /** Undefined shows all. */
  show: Show | undefined;
  by: Grouping;
}

/** Reads an address; what makes no sense in it is as if it were not there. */
export function readView(params: URLSearchParams): View {
  return {
    q: params.get("q") ?? "",
    show: SHOWS.find((show) => show === params.get("show")),
    by: GROUPINGS.find((by) => by === params.get("by")) ?? "letter",
  };
}

/** The address of a view, on top of what else stands in it; the ordinary is left out. */
export function writeView(params: URLSearchParams, change: Partial<View>): URLSearchParams {
  const { q, show, by } = { ...readView(params), ...change };
  return withParams(params, { q, show, by: by === "letter" ? undefined : by });
}

/** A country with what its row shows and what a search looks at. */
export interface CountryRow {
  /** The country's. */
  id: string;
  country: Country;
  /** In the person's language, and in the other one. */
  own: string;
  other: string;
  risk: Risk | undefined;
  folded: string;
  letter: string;
  /** The others of the same dial code. */
  alike: readonly Country[];
}

/** The rows of all countries by name, as the person's language sorts them. */
export function toRows(
  countries: readonly Country[],
  sharing: ReadonlyMap<string, readonly Country[]>,
  locale: string,
): CountryRow[] {
  const compare = compareByName(locale);
  return [...countries]
    .sort((a, b) => compare(a, b) || a.id.localeCompare(b.id))
    .map((country) => {
      const { own, other } = localizeNames(country, locale);
      const alike = (sharing.get(getCodeGroup(country)) ?? []).filter(
        ({ id }) => id !== country.id,
      );
      const folded = foldText(`${own} ${other}`);
      const letter = groupLetter(own);
      return {
        id: country.id,
        country,
        own,
        other,
        risk: findRisk(country),
        folded,
        letter,
        alike,
      };
    });
}

/** «Ё» stands with «Е»; what begins with no letter stands together. */
function groupLetter(name: string): string {
  const [first = ""] = /[\p{L}\p{N}]/u.exec(foldText(name)) ?? [];
  return /\p{L}/u.test(first) ? first.toUpperCase() : "#";
}

/** Longer than any dial code of the list: such digits are a number, which begins with its code. */
const NUMBER_LENGTH = 6;

/** Whether a row fits what was typed: every word in either name, or the dial code (`+7`, `007`). */
function searchFilter(query: string): (row: CountryRow) => boolean {
  const words = foldText(query).split(/\s+/).filter(Boolean);
  const typed = stripLabel(query);
  const likeCode = /^[\d\s+().-]*$/.test(typed);
  const digits = likeCode ? typed.replaceAll(/\D/g, "").replace(/^(?:00|810)/, "") : "";
  // Nothing yet, or the beginning of a code.
  if (likeCode && digits === "") return () => true;
  return ({ folded, country: { code } }) =>
    words.every((word) => folded.includes(word)) ||
    (digits !== "" && code.startsWith(digits)) ||
    (digits.length >= NUMBER_LENGTH && code !== "" && digits.startsWith(code));
}

const MATCHES: Record<Show, (row: CountryRow) => boolean> = {
  open: ({ country }) => country.open === true,
  closed: ({ country }) => country.open === false,
  risky: ({ risk }) => risk !== undefined,
  "risky-open": ({ risk, country }) => risk !== undefined && country.open === true,
};

/** Whether any country of this dial code is risky: who opens one of them opens all. */
export function isRisky(country: Country, sharing: ReadonlyMap<string, readonly Country[]>) {
  return (sharing.get(getCodeGroup(country)) ?? []).some((one) => findRisk(one) !== undefined);
}

/** The rows that a view shows, in the order of `rows`. */
export function filterRows(rows: readonly CountryRow[], { q, show }: View): CountryRow[] {
  const fits = searchFilter(q);
  return rows.filter((row) => (show === undefined || MATCHES[show](row)) && fits(row));
}

/** How many rows each filter would show within the search. */
export function countRows(rows: readonly CountryRow[], q = ""): Record<Show | "all", number> {
  const found = rows.filter(searchFilter(q));
  const count = (show: Show) => found.filter(MATCHES[show]).length;
  return {
    all: found.length,
    open: count("open"),
    closed: count("closed"),
    risky: count("risky"),
    "risky-open": count("risky-open"),
  };
}

/** A line of the list: the name of a group or a country. */
export type Line =
  | { kind: "group"; id: string; group: string; count: number }
  | { kind: "row"; id: string; row: CountryRow }
  /** Below the row that it explains. */
  | { kind: "why"; id: string; row: CountryRow };

/** Puts rows into groups: by letter in their order, by zone in the order of the dial codes. */
export function groupLines(rows: readonly CountryRow[], by: Grouping): Line[] {
  const groups = new Map<string, CountryRow[]>();
  for (const row of by === "zone" ? [...rows].sort(byDialCode) : rows) {
    const group = by === "zone" ? (row.country.code[0] ?? "#") : row.letter;
    const members = groups.get(group);
    if (members === undefined) groups.set(group, [row]);
    else members.push(row);
  }
  const lines: Line[] = [];
  for (const [group, members] of groups) {
    lines.push({ kind: "group", id: `group-${group}`, group, count: members.length });
    for (const row of members) lines.push({ kind: "row", id: row.id, row });
  }
  return lines;
}

/** The lines with the explanation of a country below its row, if it is shown and has any. */
export function withExplanation(lines: readonly Line[], id: string | undefined): readonly Line[] {
  const at = lines.findIndex((line) => line.kind === "row" && line.id === id);
  const line = lines[at];
  if (line?.kind !== "row") return lines;
  const { row } = line;
  if (row.risk === undefined && row.country.openAs === undefined) return lines;
  return [
    ...lines.slice(0, at + 1),
    { kind: "why", id: `why-${row.id}`, row },
    ...lines.slice(at + 1),
  ];
}

/** By zone, and there by the code as a number; those without one at the end. */
function byDialCode({ country: a }: CountryRow, { country: b }: CountryRow): number {
  if (a.code === "" || b.code === "") return b.code.length - a.code.length;
  return Number(a.code[0]) - Number(b.code[0]) || Number(a.code) - Number(b.code);
}
