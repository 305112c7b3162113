import { parseSearch, MIN_DIGITS } from "#lib/search.ts";
import type { SipRow } from "./rows.ts";

/**
 * Whether a row matches a search text: every word in the name or description, or, for what looks
 * like a number (`8 (999) 333`, `+7999-333`), its digits in the extension or caller ID.
 */
export function searchFilter(query: string): (row: SipRow) => boolean {
  const { words, digits } = parseSearch(query.trim());
  if (words.length === 0) return () => true;
  return (row) =>
    words.every((word) => row.searchText.includes(word) || String(row.extension) === word) ||
    digits.some(
      (part) =>
        String(row.extension).startsWith(part) ||
        (part.length >= MIN_DIGITS && (row.callerId ?? "").includes(part)),
    );
}
