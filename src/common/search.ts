import { plainSigns, searchedDigits } from "./phoneSigns.ts";

/**
 * A text without what should not matter to a search: case, «ё», other accents, quotes, invisible
 * signs, which of the dashes it is.
 */
export function foldText(text: string): string {
  // Twice: a capital of another alphabet may come out of the first, an accent out of lowercasing.
  const folded = plainSigns(text).normalize("NFKD").toLowerCase().normalize("NFKD");
  return folded.replaceAll(/[\p{M}«»“”„‟"]/gu, "");
}

/** What was typed into a search, in the two ways to look for it. */
export interface SearchQuery {
  /** Folded; all of them must be found. None: everything fits. */
  words: readonly string[];
  /** The spellings of what looks like a number, any of which may be found; none where it does not. */
  digits: readonly string[];
}

/** Fewer digits than this stand in almost every phone number. */
export const SHORTEST_PART = 3;

/** What was typed into a search, ready to be looked for. */
export function parseSearch(query: string): SearchQuery {
  return {
    words: foldText(query).split(/\s+/).filter(Boolean),
    digits: searchedDigits(query),
  };
}
