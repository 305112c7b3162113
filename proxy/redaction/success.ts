import { maskValues, collectSecret } from "./secretValues.ts";
import { isSecretName } from "./secretNames.ts";

/**
 * Removes from a success's parsed body, in place, every field whose key is a secret's name, at any
 * depth. Other occurrences of its value are masked (in a provisioning link, for example).
 * `revealed` names the one field at the root that stays.
 */
export function omitSecrets(body: unknown, revealed?: string): unknown {
  const values = new Set<string>();
  const rest = omit(body, values, revealed);
  return values.size === 0 ? rest : maskValues(rest, [...values]);
}

function omit(value: unknown, omitted: Set<string>, revealed?: string): unknown {
  if (typeof value === "string") return omitInText(value, omitted);
  if (typeof value !== "object" || value === null) return value;
  const parts = value as Record<string, unknown>;
  for (const key of Object.keys(parts)) {
    const part = parts[key];
    const isScalar = typeof part !== "object";
    if (key === revealed && isScalar) continue;
    if (!Array.isArray(value) && isSecretName(key)) {
      collect(part, omitted);
      delete parts[key];
      continue;
    }
    const rest = omit(part, omitted);
    if (rest !== part) parts[key] = rest;
  }
  return value;
}

/** A text may be JSON itself, such as a request pasted into a note. */
function omitInText(text: string, omitted: Set<string>): string {
  const inner = parsed(text);
  if (inner === undefined) return text;
  const before = JSON.stringify(inner);
  // Throws if it nests too deep to be searched: it must not pass.
  const rest = JSON.stringify(omit(inner, omitted));
  return rest === before ? text : rest;
}

function parsed(text: string): unknown {
  if (!/^\s*[[{]/.test(text)) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Collects the texts and numbers of a secret value. */
function collect(value: unknown, found: Set<string>): void {
  if (typeof value === "object" && value !== null) {
    for (const inner of Object.values(value)) collect(inner, found);
  } else {
    collectSecret(value, found);
  }
}
