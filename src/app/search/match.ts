import type { To } from "react-router";
import { inOtherLayout } from "#lib/keyboardLayout.ts";
import { foldText, MIN_DIGITS, parseSearch, type SearchQuery } from "#lib/search.ts";
import type { IconName } from "#ui/icons.tsx";

/** The kinds of what is found, in the order in which they are shown where nothing else decides. */
export const GROUPS = [
  "accounts",
  "external",
  "smart",
  "forwarding",
  "countries",
  "screens",
  "actions",
] as const;
export type Group = (typeof GROUPS)[number];

/** Something that can be found, and where it leads. */
export interface Entry {
  /** Unique among all. */
  id: string;
  group: Group;
  to: To;
  icon: IconName;
  title: string;
  /** More about it; empty where there is nothing more to say. */
  detail: string;
  /** Digits, shown as a phone number after the title, or as the title where that is empty. */
  phone: string;
  /** Folded: how its name begins counts more than what else its text says. */
  name: string;
  text: string;
  /** The digits of each of its phone numbers. */
  numbers: readonly string[];
  extension?: string;
  /** Of a country: digits. */
  dialCode?: string;
  /** Of an account. */
  accountId?: number;
  /** Of a country: whether it is open, if that is known. */
  open?: boolean | undefined;
}

/** How well an entry matches, from the best; a match in the other keyboard layout is after all others. */
const RANKS = ["extension", "beginning", "words", "parts", "number"] as const;
type Rank = (typeof RANKS)[number];

/** Digits that are longer than any dial code are a number, which begins with its code. */
const NUMBER_LENGTH = 6;

interface Query extends SearchQuery {
  /** Folded, with single spaces. */
  whole: string;
  /** The dial code of a whole number; undefined where it is none. */
  codeOfNumber: string | undefined;
}

function parse(typed: string, entries: readonly Entry[]): Query {
  const parsed = parseSearch(typed);
  const query = { ...parsed, whole: parsed.words.join(" "), codeOfNumber: undefined };
  const numbers = parsed.digits.filter((digits) => digits.length >= NUMBER_LENGTH);
  // Of `8 999…` the form with the country's code is the last one.
  const number = numbers.at(-1);
  if (number === undefined) return query;
  const codes = entries.flatMap(({ dialCode = "" }) =>
    dialCode !== "" && number.startsWith(dialCode) ? [dialCode] : [],
  );
  const longest = codes.reduce((one, other) => (other.length > one.length ? other : one), "");
  return { ...query, codeOfNumber: longest === "" ? undefined : longest };
}

function rankOf(entry: Entry, { whole, words, digits, codeOfNumber }: Query): Rank | undefined {
  const { extension, name, text, numbers, dialCode } = entry;
  if (extension !== undefined && digits.includes(extension)) return "extension";
  if (name.startsWith(whole)) return "beginning";
  if (dialCode !== undefined && dialCode !== "") {
    if (digits.includes(dialCode)) return "beginning";
    if (dialCode === codeOfNumber) return "number";
    if (digits.some((part) => dialCode.startsWith(part))) return "number";
  }
  if (extension !== undefined && digits.some((part) => extension.startsWith(part))) {
    return "beginning";
  }
  // Almost every login or number has any two digits somewhere.
  const has = (word: string) =>
    extension === word || (/^\d{1,2}$/.test(word) ? beginsWord : includes)(text, word);
  if (words.every((word) => has(word))) {
    return words.every((word) => beginsWord(text, word) || extension === word) ? "words" : "parts";
  }
  const isInNumber = (part: string) =>
    part.length >= MIN_DIGITS && numbers.some((number) => number.includes(part));
  return digits.some(isInNumber) ? "number" : undefined;
}

const includes = (text: string, word: string) => text.includes(word);

function beginsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !/[\p{L}\p{N}]/u.test(text[at - 1] ?? "")) return true;
  }
  return false;
}

export interface FoundGroup {
  group: Group;
  /** The best of them. */
  entries: readonly Entry[];
  /** How many there are. */
  total: number;
  /** Where all of them are: a text for that list's own search. */
  typed: string;
}

export interface Found {
  groups: readonly FoundGroup[];
  /** How else the text may have been meant, on the other keyboard layout. */
  otherLayout: string | undefined;
  /** Everything was found by that alone. */
  isByLayout: boolean;
}

/** How many of a group are shown. */
const SHOWN = 6;

/**
 * What a text finds, by group: the group with the best match first, and in it the best matches. What
 * the same keys would have typed on the other layout is tried as well, and comes after.
 */
export function search(typed: string, entries: readonly Entry[]): Found {
  const otherLayout = inOtherLayout(typed);
  const direct = parse(typed, entries);
  const other = otherLayout === undefined ? undefined : parse(otherLayout, entries);
  const ranks = new Map<Group, Entry[][]>();
  let isByLayout = true;
  const add = (entry: Entry, rank: number) => {
    let byRank = ranks.get(entry.group);
    if (byRank === undefined) ranks.set(entry.group, (byRank = []));
    (byRank[rank] ??= []).push(entry);
    if (rank < RANKS.length) isByLayout = false;
  };
  for (const entry of entries) {
    const rank = rankOf(entry, direct);
    if (rank !== undefined) add(entry, RANKS.indexOf(rank));
    else if (other !== undefined) {
      const byLayout = rankOf(entry, other);
      if (byLayout !== undefined) add(entry, RANKS.length + RANKS.indexOf(byLayout));
    }
  }
  const found = [...ranks].map(([group, byRank]) => {
    const best = byRank.findIndex((some) => some !== undefined);
    const all = byRank.flat();
    const text = best >= RANKS.length ? (otherLayout ?? typed) : typed;
    return { best, group, entries: all.slice(0, SHOWN), total: all.length, typed: text };
  });
  found.sort((a, b) => a.best - b.best || GROUPS.indexOf(a.group) - GROUPS.indexOf(b.group));
  return { groups: found, otherLayout, isByLayout: isByLayout && found.length > 0 };
}

/** The folded texts of an entry, from its name and what else it is found by. */
export function foldNames(name: string, ...more: readonly string[]): Pick<Entry, "name" | "text"> {
  return { name: foldText(name).trim(), text: foldText([name, ...more].join(" ")) };
}
