import type { SipRow } from "./rows.ts";

/** A text without what should not matter to a search: case, «ё», other accents. */
export function foldText(text: string): string {
  // Twice: a capital of another alphabet may come out of the first, an accent out of lowercasing.
  return text.normalize("NFKD").toLowerCase().normalize("NFKD").replaceAll(/\p{M}/gu, "");
}

export interface Needle {
  /** All of them must be found in the name or description. */
  words: readonly string[];
  /** Any of them may begin or stand in the caller ID, or begin the extension. */
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

/**
 * Whether a row fits what was typed: every word in the name or description, or, when it looks
 * like a number (`8 (999) 333`, `+7999-333`), its digits in the extension or caller ID.
 */
export function searchFilter(query: string): (row: SipRow) => boolean {
  const { words, digits } = needleOf(query.trim());
  if (words.length === 0) return () => true;
  return (row) =>
    words.every((word) => row.folded.includes(word) || String(row.extension) === word) ||
    digits.some(
      (part) =>
        String(row.extension).startsWith(part) ||
        (part.length >= SHORTEST_PART && (row.callerId ?? "").includes(part)),
    );
}
