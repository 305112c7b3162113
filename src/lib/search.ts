import { normalizeCharacters, searchDigits } from "./phoneCharacters.ts";

/**
 * Folds a text for searching: removes case, «ё», other accents, quotes, invisible characters and
 * differences between dashes.
 */
export function foldText(text: string): string {
  // Twice: a capital of another alphabet may come out of the first, an accent out of lowercasing.
  const folded = normalizeCharacters(text).normalize("NFKD").toLowerCase().normalize("NFKD");
  return folded.replaceAll(/[\p{M}«»“”„‟"]/gu, "");
}

/** A parsed search text. */
export interface SearchQuery {
  /** Folded words, all of which must match. Empty: everything matches. */
  words: readonly string[];
  /** Forms of what looks like a phone number, any of which may match; otherwise empty. */
  digits: readonly string[];
}

/** Almost every phone number contains any fewer digits. */
export const MIN_DIGITS = 3;

export function parseSearch(query: string): SearchQuery {
  return {
    words: foldText(query).split(/\s+/).filter(Boolean),
    digits: searchDigits(query),
  };
}
