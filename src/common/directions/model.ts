import type { Result } from "#api/operation.ts";
import type { listAllowedDirections, listDirections } from "#api/directions.ts";

/** A destination as the screens know it: operation 26 joined with 23. */
export interface Country {
  /** Tells it from the others here: of operation 26; `code-7` for what only operation 23 knows. */
  id: string;
  /** By which operation 24 opens it; undefined where the provider gives no such number. */
  directionId: number | undefined;
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

/** `1-242` is `1242`: it is what one dials, and what operation 25 closes. */
const digitsOf = (text: string) => text.replaceAll(/\D/g, "");

const directionIdOf = (id: string) => (/^[1-9]\d{0,14}$/.test(id) ? Number(id) : undefined);

const NONE: readonly string[] = [];

/** The dial code of an entry of operation 23. */
export function openCodeOf(key: string, { code }: { code: string }): string {
  return digitsOf(code) || digitsOf(key);
}

/**
 * Joins what exists with what is open; `allowed` is undefined while that is not known.
 *
 * Operation 23 is keyed by dial code and names one country a code, and operation 25 closes whole
 * codes. So a country is read as open when its code is: nothing tells those that share it apart.
 * One without a code is open when an entry without a code has its name.
 * What is open and exists no more is kept: it can be closed, by its code, but not opened.
 * `unread` are the codes of entries that can't be read, with an empty one where not even the code
 * can: then nothing says that a country is closed.
 */
export function countriesOf(
  all: All,
  allowed: Allowed | undefined,
  unread: readonly string[] = NONE,
): Country[] {
  const isUnread = (code: string) => unread.some((one) => one === "" || one === code);
  const entries = Object.entries(allowed ?? {}).map(([key, one]) => ({
    code: openCodeOf(key, one),
    name: one.name,
    englishName: one.english_name,
  }));
  const named = new Map(entries.map((one) => [groupOf(one), one]));
  const countries = new Map<string, Country>();
  for (const { id, name, english_name: englishName, code: written } of all) {
    if (countries.has(id)) continue;
    const code = digitsOf(written);
    const isNamed = named.has(groupOf({ code, name }));
    const open = allowed === undefined || (!isNamed && isUnread(code)) ? undefined : isNamed;
    const directionId = directionIdOf(id);
    countries.set(id, { id, directionId, code, name, englishName, open, openAs: undefined });
  }
  const known = byCode(countries.values());
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
 * What a country is open or closed with: its dial code. Those without one share nothing, so each
 * goes by its name, which no code looks like.
 */
export function groupOf({ code, name }: Pick<Country, "code" | "name">): string {
  return code === "" ? `no code: ${name}` : code;
}

/** Countries that are open or closed together (see `groupOf`), in their order. */
export function byCode(countries: Iterable<Country>): Map<string, Country[]> {
  const groups = new Map<string, Country[]>();
  for (const country of countries) {
    const key = groupOf(country);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [country]);
    else group.push(country);
  }
  return groups;
}

/** Whether an operation can do this to a country: 24 wants an id of its list, 25 a code. */
export function canToggle(
  { directionId, code }: Pick<Country, "directionId" | "code">,
  open: boolean,
): boolean {
  return open ? directionId !== undefined : /^\d{1,7}$/.test(code);
}

type Names = Pick<Country, "name" | "englishName">;

/** The name in the person's language, and the one in the other, if it is another. */
export function namesOf(
  { name, englishName }: Names,
  locale: string,
): { own: string; other: string } {
  const [own, other] = locale === "ru" ? [name, englishName] : [englishName, name];
  if (own === "") return { own: other, other: "" };
  return { own, other: other === own ? "" : other };
}

/** Names in the person's language, as a sentence lists them. */
export function listNames(countries: readonly Names[], locale: string): string {
  return new Intl.ListFormat(locale).format(countries.map((one) => namesOf(one, locale).own));
}

/**
 * Compares by the names that are shown, as the person's language sorts them. Quotes and the like
 * that a name begins with are no part of the order.
 */
export function byName(locale: string): (one: Names, other: Names) => number {
  const { compare } = new Intl.Collator([locale, "ru", "en"]);
  const bare = (names: Names) => namesOf(names, locale).own.replace(/^[^\p{L}\p{N}]+/u, "");
  return (one, other) => compare(bare(one), bare(other));
}
