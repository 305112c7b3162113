import type { ReactNode } from "react";

/** `+7 999 333-22-10`, written with spaces that do not break. */
const PHONE = /(\+\d[\d\u00a0-]+\d)/;

/** A text whose phone numbers stay on one line: a browser may break it after their hyphens. */
export function unbroken(text: string): ReactNode {
  const parts = text.split(PHONE);
  if (parts.length === 1) return text;
  return parts.map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // The parts of one text have no other name.
      // oxlint-disable-next-line react/no-array-index-key
      <span key={index} className="unbroken">
        {part}
      </span>
    ),
  );
}
