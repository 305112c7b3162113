/** How an attempt to send something ended. */
export interface Attempt {
  isDelivered: boolean;
  /** What the other side answered, or why it was not reached: short, and without secrets. */
  answer: string;
  /** Milliseconds after which the other side wants to be asked again. */
  retryAfterMs?: number;
}

/** What a channel sends: the same id for each attempt. */
export interface Parcel {
  id: string;
  /** When it happened; ISO 8601. */
  at: string;
  subject: string;
  /** The whole text. */
  text: string;
  /** For programs. */
  json: string;
}

/** Milliseconds for one attempt. */
export const ATTEMPT_MS = 10_000;

/** Characters of an answer that are kept. */
const ANSWER_LENGTH = 500;

/** An answer as a person may see it: one line of text, without the secrets that it may echo. */
export function shortAnswer(text: string, secrets: readonly string[] = []): string {
  let clean = text;
  for (const secret of secrets) if (secret !== "") clean = clean.replaceAll(secret, "***");
  return clean
    .replaceAll(/[\p{Cc}\s]+/gu, " ")
    .trim()
    .slice(0, ANSWER_LENGTH);
}
