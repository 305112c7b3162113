import { isSecretName } from "./secretNames.ts";

const COVER = "***";
/** A shorter value may well be an ordinary word or number of the answer. */
const LEAST_COVERED = 8;

/**
 * A success's parsed body without anything that is named like a secret, at any depth. What such a
 * value says is covered wherever else it stands (a link that sets up a phone, say). `revealed`
 * names the one field that stays, at the root, where the contract has it.
 */
export function withoutSecrets(said: unknown, revealed?: string): unknown {
  const values = new Set<string>();
  const rest = omit(said, values, revealed);
  return values.size === 0 ? rest : cover(rest, [...values]);
}

function omit(value: unknown, omitted: Set<string>, revealed?: string): unknown {
  if (Array.isArray(value)) return value.map((item) => omit(item, omitted));
  if (typeof value !== "object" || value === null) return value;
  const kept: [string, unknown][] = [];
  for (const [key, inner] of Object.entries(value)) {
    const isScalar = typeof inner !== "object";
    if (key === revealed && isScalar) kept.push([key, inner]);
    else if (isSecretName(key)) collect(inner, omitted);
    else kept.push([key, omit(inner, omitted)]);
  }
  return Object.fromEntries(kept);
}

/** Notes the texts and numbers that a secret consists of. */
function collect(value: unknown, found: Set<string>): void {
  if (typeof value === "object" && value !== null) {
    for (const inner of Object.values(value)) collect(inner, found);
  } else {
    const text = String(value);
    if (text.length >= LEAST_COVERED) found.add(text);
  }
}

function cover(value: unknown, secrets: readonly string[]): unknown {
  if (typeof value === "string") {
    return secrets.reduce((text, secret) => text.replaceAll(secret, COVER), value);
  }
  if (Array.isArray(value)) return value.map((item) => cover(item, secrets));
  if (typeof value !== "object" || value === null) return value;
  const pairs = Object.entries(value);
  return Object.fromEntries(pairs.map(([key, inner]) => [key, cover(inner, secrets)]));
}
