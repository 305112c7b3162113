import { normalizeCharacters, searchDigits } from "./phoneCharacters.ts";

/**
 * Folds a text for searching: removes case, «ё», other accents, quotes, invisible characters and
 * differences between dashes.
 */
export function foldText(text: string): string {
  // Before: a dash may result from a small one or a superscript. And after: an accent may result
  // from lowercasing.
  const compatible = normalizeCharacters(text.normalize("NFKD"));
  const folded = compatible.toLowerCase().normalize("NFKD");
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
