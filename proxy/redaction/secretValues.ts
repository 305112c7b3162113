export const MASK = "***";
/** A shorter value may well be an ordinary word or number of the answer. */
const MIN_LENGTH = 8;

/** Notes what a secret says, so that it can be masked wherever else it stands. */
export function noteSecret(value: unknown, found: Set<string>): void {
  const text = String(value);
  if (text.length >= MIN_LENGTH) found.add(text);
}

/** Copies a parsed body with each of the secrets masked within its texts. */
export function maskValues(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === "string") {
    return secrets.reduce((text, secret) => text.replaceAll(secret, MASK), value);
  }
  if (Array.isArray(value)) return value.map((item) => maskValues(item, secrets));
  if (typeof value !== "object" || value === null) return value;
  const pairs = Object.entries(value);
  return Object.fromEntries(pairs.map(([key, inner]) => [key, maskValues(inner, secrets)]));
}
