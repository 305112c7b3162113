import type { Result } from "#api/operation.ts";
import type { listAllowedDirections, listDirections } from "#api/directions.ts";

/** A destination as the screens know it: operation 26 joined with 23. */
export interface Country {
  /** Of operation 26, by which it is opened; `code-7` for what only operation 23 knows. */
  id: string;
  /** Dial code, digits only; several countries may share one. Empty where there is none. */
  code: string;
  name: string;
  /** Empty where the provider gives none. */
  englishName: string;
  /** Undefined while it is not known what is open. */
  open: boolean | undefined;
  /** Open by a code that operation 23 lists under another country: that one's name. */
  openAs: string | undefined;
}

type All = Result<typeof listDirections>["directions"];
type Allowed = Result<typeof listAllowedDirections>["directions"];

const digitsOf = (text: string) => text.replaceAll(/\D/g, "");

/** The dial code of an entry of operation 23. */
export function openCodeOf(key: string, { code }: { code: string }): string {
  return digitsOf(code) || digitsOf(key);
}

/**
 * Joins what exists with what is open; `allowed` is undefined while that is not known.
 *
 * Operation 23 is keyed by dial code and names one country a code, and operation 25 closes whole
 * codes. So a country is read as open when its code is: nothing tells those that share it apart.
 * What is open and exists no more is kept: it can be closed, by its code, but not opened.
 */
export function countriesOf(all: All, allowed: Allowed | undefined): Country[] {
  const named = new Map(
    Object.entries(allowed ?? {}).map(([key, one]) => [openCodeOf(key, one), one]),
  );
  const countries = new Map<string, Country>();
  for (const { id, name, english_name: englishName, code: written } of all) {
    if (countries.has(id)) continue;
    const code = digitsOf(written);
    const as = named.get(code)?.name;
    const open = allowed === undefined ? undefined : as !== undefined;
    countries.set(id, { id, code, name, englishName, open, openAs: undefined });
  }
  const known = byCode(countries.values());
  for (const [code, { name, english_name: englishName }] of named) {
    const sharing = known.get(code);
    if (sharing === undefined) {
      const id = `code-${code}`;
      countries.set(id, { id, code, name, englishName, open: true, openAs: undefined });
    } else if (sharing.some((country) => country.name === name)) {
      for (const country of sharing) if (country.name !== name) country.openAs = name;
    }
  }
  return [...countries.values()];
}

/** Countries by their dial code, in their order. */
export function byCode(countries: Iterable<Country>): Map<string, Country[]> {
  const groups = new Map<string, Country[]>();
  for (const country of countries) {
    const group = groups.get(country.code);
    if (group === undefined) groups.set(country.code, [country]);
    else group.push(country);
  }
  return groups;
}

/** Whether an operation can do this to a country: 24 wants an id of its list, 25 a code. */
export function canTurn({ id, code }: Pick<Country, "id" | "code">, open: boolean): boolean {
  return open ? /^[1-9]\d{0,14}$/.test(id) : /^\d{1,7}$/.test(code);
}

/** The name in the person's language, and the one in the other, if it is another. */
export function namesOf(
  { name, englishName }: Pick<Country, "name" | "englishName">,
  locale: string,
): { own: string; other: string } {
  const [own, other] = locale === "ru" ? [name, englishName] : [englishName, name];
  if (own === "") return { own: other, other: "" };
  return { own, other: other === own ? "" : other };
}
