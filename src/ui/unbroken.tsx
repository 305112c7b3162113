import type { ReactNode } from "react";

/** `+7 999 333-22-10`, with no-break spaces. */
const PHONE = /(\+\d[\d\u00a0-]+\d)/;

/** Keeps the phone numbers in a text on one line: browsers break after hyphens. */
export function unbroken(text: string): ReactNode {
  const parts = text.split(PHONE);
  if (parts.length === 1) return text;
  return parts.map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // The parts of a text have no other key.
      // oxlint-disable-next-line react/no-array-index-key
      <span key={index} className="unbroken">
        {part}
      </span>
    ),
  );
}
