import { parseSearch, SHORTEST_PART } from "#common/search.ts";
import type { SipRow } from "./rows.ts";

/**
 * Whether a row fits what was typed: every word in the name or description, or, when it looks
 * like a number (`8 (999) 333`, `+7999-333`), its digits in the extension or caller ID.
 */
export function searchFilter(query: string): (row: SipRow) => boolean {
  const { words, digits } = parseSearch(query.trim());
  if (words.length === 0) return () => true;
  return (row) =>
    words.every((word) => row.folded.includes(word) || String(row.extension) === word) ||
    digits.some(
      (part) =>
        String(row.extension).startsWith(part) ||
        (part.length >= SHORTEST_PART && (row.callerId ?? "").includes(part)),
    );
}
