import type { Result } from "#api/operation.ts";
import type { listAllowedDirections, listDirections } from "#api/directions.ts";

/** A destination: operation 26 joined with 23. */
export interface Country {
  /** Unique here: the id of operation 26, or `code-7` for what only operation 23 lists. */
  id: string;
  /** The id that operation 24 opens it by; undefined where the provider gives none. */
  directionId: number | undefined;
  /** Dial code, digits only; several countries may share one. Empty where there is none. */
  code: string;
  name: string;
  /** Empty where the provider gives none. */
  englishName: string;
  /** Undefined while it is unknown what is open. */
  open: boolean | undefined;
  /** The name under which operation 23 lists its open code, if that is another country's. */
  openAs: string | undefined;
}

type AllDirections = Result<typeof listDirections>["directions"];
type Allowed = Result<typeof listAllowedDirections>["directions"];

/** `1-242` is `1242`: the digits that one dials, and what operation 25 closes. */
const onlyDigits = (text: string) => text.replaceAll(/\D/g, "");

const parseDirectionId = (id: string) => (/^[1-9]\d{0,14}$/.test(id) ? Number(id) : undefined);

const NONE: readonly string[] = [];

/** The dial code of an entry of operation 23. */
export function getAllowedCode(key: string, { code }: { code: string }): string {
  return onlyDigits(code) || onlyDigits(key);
}

/**
 * Joins what exists with what is open; `allowed` is undefined while that is unknown.
 *
 * Operation 23 is keyed by dial code and names one country per code, and operation 25 closes whole
 * codes. So a country counts as open when its code is: nothing distinguishes those that share it.
 * One without a code is open when an entry without a code has its name.
 * What is open but no longer exists is kept: it can be closed by its code, but not opened.
 * `invalidCodes` are the codes of unreadable entries, an empty one where even the code is
 * unreadable: such countries are not known to be closed.
 */
export function joinCountries(
  all: AllDirections,
  allowed: Allowed | undefined,
  invalidCodes: readonly string[] = NONE,
): Country[] {
  const isInvalidCode = (code: string) => invalidCodes.some((one) => one === "" || one === code);
  const entries = Object.entries(allowed ?? {}).map(([key, one]) => ({
    code: getAllowedCode(key, one),
    name: one.name,
    englishName: one.english_name,
  }));
  const named = new Map(entries.map((one) => [getCodeGroup(one), one]));
  const countries = new Map<string, Country>();
  for (const { id, name, english_name: englishName, code: written } of all) {
    if (countries.has(id)) continue;
    const code = onlyDigits(written);
    const isNamed = named.has(getCodeGroup({ code, name }));
    const open = allowed === undefined || (!isNamed && isInvalidCode(code)) ? undefined : isNamed;
    const directionId = parseDirectionId(id);
    countries.set(id, { id, directionId, code, name, englishName, open, openAs: undefined });
  }
  const known = groupByCode(countries.values());
  for (const [group, { code, name, englishName }] of named) {
    const sharing = known.get(group);
    if (sharing === undefined) {
      const id = `code-${group}`;
      const only = { id, directionId: undefined, code, name, englishName };
      countries.set(id, { ...only, open: true, openAs: undefined });
    } else if (sharing.some((country) => country.name === name)) {
      for (const country of sharing) if (country.name !== name) country.openAs = name;
    }
  }
  return [...countries.values()];
}

/**
 * The key of the countries that open and close together: the dial code. A country without one is its
 * own group, keyed by its name.
 */
export function getCodeGroup({ code, name }: Pick<Country, "code" | "name">): string {
  return code === "" ? `no code: ${name}` : code;
}

/** Countries that open and close together (see `getCodeGroup`), in their order. */
export function groupByCode(countries: Iterable<Country>): Map<string, Country[]> {
  const groups = new Map<string, Country[]>();
  for (const country of countries) {
    const key = getCodeGroup(country);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [country]);
    else group.push(country);
  }
  return groups;
}

/** Whether the API can open or close a country: operation 24 needs an id, 25 a code. */
export function canToggle(
  { directionId, code }: Pick<Country, "directionId" | "code">,
  open: boolean,
): boolean {
  return open ? directionId !== undefined : /^\d{1,7}$/.test(code);
}

type Names = Pick<Country, "name" | "englishName">;

/** The name in the user's language, and the one in the other language if it differs. */
export function localizeNames(
  { name, englishName }: Names,
  locale: string,
): { own: string; other: string } {
  const [own, other] = locale === "ru" ? [name, englishName] : [englishName, name];
  if (own === "") return { own: other, other: "" };
  return { own, other: other === own ? "" : other };
}

/** Names in the user's language, joined as in a sentence. */
export function listNames(countries: readonly Names[], locale: string): string {
  return new Intl.ListFormat(locale).format(countries.map((one) => localizeNames(one, locale).own));
}

/** Compares by the displayed names in the user's locale, ignoring leading quotes and the like. */
export function compareByName(locale: string): (one: Names, other: Names) => number {
  const { compare } = new Intl.Collator([locale, "ru", "en"]);
  const toSortKey = (names: Names) =>
    localizeNames(names, locale).own.replace(/^[^\p{L}\p{N}]+/u, "");
  return (one, other) => compare(toSortKey(one), toSortKey(other));
}
