/** A text without what should not matter to a search: case, «ё», other accents. */
export function foldText(text: string): string {
  // Twice: a capital of another alphabet may come out of the first, an accent out of lowercasing.
  return text.normalize("NFKD").toLowerCase().normalize("NFKD").replaceAll(/\p{M}/gu, "");
}

/** What was typed into a search, in the two ways to look for it. */
export interface Needle {
  /** Folded; all of them must be found. None: everything fits. */
  words: readonly string[];
  /** The spellings of what looks like a number, any of which may be found; none where it does not. */
  digits: readonly string[];
}

/** Fewer digits than this stand in almost every phone number. */
export const SHORTEST_PART = 3;
const PHONE_LIKE = /^[\d\s+().–—-]+$/;

/** What was typed into a search, ready to be looked for. */
export function needleOf(query: string): Needle {
  const digits = PHONE_LIKE.test(query) ? query.replaceAll(/\D/g, "") : "";
  // A number dialled the Russian way, 8…, is stored as 7….
  const spellings = /^8\d{3,}$/.test(digits) ? [digits, `7${digits.slice(1)}`] : [digits];
  return {
    words: foldText(query).split(/\s+/).filter(Boolean),
    digits: spellings.filter(Boolean),
  };
}
