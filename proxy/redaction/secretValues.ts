export const MASK = "***";
/** A shorter value may be an ordinary word or number in the response. */
const MIN_LENGTH = 8;

/** Collects a secret value, so that its other occurrences can be masked. */
export function collectSecret(value: unknown, found: Set<string>): void {
  const text = String(value);
  if (text.length >= MIN_LENGTH) found.add(text);
}

/** Copies a parsed body and masks all occurrences of the secrets in its texts. */
export function maskValues(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === "string") {
    return secrets.reduce((text, secret) => text.replaceAll(secret, MASK), value);
  }
  if (Array.isArray(value)) return value.map((item) => maskValues(item, secrets));
  if (typeof value !== "object" || value === null) return value;
  const pairs = Object.entries(value);
  return Object.fromEntries(pairs.map(([key, inner]) => [key, maskValues(inner, secrets)]));
}
