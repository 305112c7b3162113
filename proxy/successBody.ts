import { coverValues, noteSecret } from "./secretValues.ts";
import { isSecretName } from "./secretNames.ts";

/**
 * A success's parsed body without anything that is named like a secret, at any depth. What such a
 * value says is covered wherever else it stands (a link that sets up a phone, say). `revealed`
 * names the one field that stays, at the root, where the contract has it.
 */
export function withoutSecrets(said: unknown, revealed?: string): unknown {
  const values = new Set<string>();
  const rest = omit(said, values, revealed);
  return values.size === 0 ? rest : coverValues(rest, [...values]);
}

function omit(value: unknown, omitted: Set<string>, revealed?: string): unknown {
  if (Array.isArray(value)) return value.map((item) => omit(item, omitted));
  if (typeof value === "string") return omitInText(value, omitted);
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

/** A text may be JSON itself: a request that somebody noted, say. */
function omitInText(text: string, omitted: Set<string>): string {
  const inner = parsed(text);
  if (inner === undefined) return text;
  // What nests too deep to be looked through throws: it must not pass.
  const rest = JSON.stringify(omit(inner, omitted));
  return rest === JSON.stringify(inner) ? text : rest;
}

function parsed(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Notes the texts and numbers that a secret consists of. */
function collect(value: unknown, found: Set<string>): void {
  if (typeof value === "object" && value !== null) {
    for (const inner of Object.values(value)) collect(inner, found);
  } else {
    noteSecret(value, found);
  }
}
