export const COVER = "***";
/** A shorter value may well be an ordinary word or number of the answer. */
const LEAST_COVERED = 8;

/** Notes what a secret says, so that it can be covered wherever else it stands. */
export function noteSecret(value: unknown, found: Set<string>): void {
  const text = String(value);
  if (text.length >= LEAST_COVERED) found.add(text);
}

/** Copies a parsed body with each of the secrets covered within its texts. */
export function coverValues(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === "string") {
    return secrets.reduce((text, secret) => text.replaceAll(secret, COVER), value);
  }
  if (Array.isArray(value)) return value.map((item) => coverValues(item, secrets));
  if (typeof value !== "object" || value === null) return value;
  const pairs = Object.entries(value);
  return Object.fromEntries(pairs.map(([key, inner]) => [key, coverValues(inner, secrets)]));
}
