import { createListView } from "#common/list/createListView.ts";
import {
  compareByName,
  type Country,
  getCodeGroup,
  localizeNames,
} from "#domain/directions/model.ts";
import { findRisk, type Risk } from "#domain/directions/risk.ts";
import { stripLabel } from "#lib/phoneCharacters.ts";
import { foldText } from "#lib/search.ts";

export const SHOWS = ["open", "closed", "risky", "risky-open"] as const;
export type Show = (typeof SHOWS)[number];

/** A country with what its row shows and what the search looks through. */
export interface CountryRow {
  /** The country's. */
  id: string;
  country: Country;
  /** In the user's language, and in the other one. */
  own: string;
  other: string;
  risk: Risk | undefined;
  folded: string;
  letter: string;
  /** The others of the same dial code. */
  sameCode: readonly Country[];
}

/** The rows of all countries by name, sorted by the rules of the user's language. */
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
      const sameCode = (sharing.get(getCodeGroup(country)) ?? []).filter(
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
        sameCode,
      };
    });
}

/** «Ё» is grouped with «Е»; names that begin with no letter have a group of their own. */
function groupLetter(name: string): string {
  const [first = ""] = /[\p{L}\p{N}]/u.exec(foldText(name)) ?? [];
  return /\p{L}/u.test(first) ? first.toUpperCase() : "#";
}

/**
 * Longer than any dial code of the list, so such digits are a number, which begins with its code.
 */
const NUMBER_LENGTH = 6;

/**
 * Whether a row matches what was typed: every word in either name, or the dial code (`+7`, `007`).
 */
function searchFilter(query: string): (row: CountryRow) => boolean {
  const words = foldText(query).split(/\s+/).filter(Boolean);
  const typed = stripLabel(query);
  const likeCode = /^[\d\s+().-]*$/.test(typed);
  const digits = likeCode ? typed.replaceAll(/\D/g, "").replace(/^(?:00|810)/, "") : "";
  // Nothing typed yet, or the beginning of a code.
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

/** Whether any country of this dial code is risky: opening one of them opens all. */
export function isRisky(country: Country, sharing: ReadonlyMap<string, readonly Country[]>) {
  return (sharing.get(getCodeGroup(country)) ?? []).some((one) => findRisk(one) !== undefined);
}

/** The list's search, filter and grouping. Rows are sorted by name in the user's language. */
export const directionsView = createListView({
  search: searchFilter,
  filters: { show: { values: SHOWS, matches: (row, show) => MATCHES[show](row) } },
  sorts: { letter: () => 0, zone: byDialCode },
  defaultSort: "letter",
  tieBreak: () => 0,
  sortParam: "by",
});
export type Grouping = (typeof directionsView.sorts)[number];

/** A line of the list: the name of a group or a country. */
export type Line =
  | { kind: "group"; id: string; group: string; count: number }
  | { kind: "row"; id: string; row: CountryRow }
  /** The line below the row that it explains. */
  | { kind: "why"; id: string; row: CountryRow };

/** Puts sorted rows into groups: by first letter, or by the world numbering zone of the dial code. */
export function groupLines(rows: readonly CountryRow[], by: Grouping): Line[] {
  const groups = new Map<string, CountryRow[]>();
  for (const row of rows) {
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

/** The lines with the explanation of a country below its row, if it is shown and has one. */
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
