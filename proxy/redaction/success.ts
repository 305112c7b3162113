import { maskValues, noteSecret } from "./secretValues.ts";
import { isSecretName } from "./secretNames.ts";

/**
 * Takes out of a success's parsed body, in place, whatever is named like a secret, at any depth.
 * Such a value is masked wherever else it stands (a link that sets up a phone, say).
 * `revealed` names the one field that stays, at the root, where the contract has it.
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

/** A text may be JSON itself: a request that somebody noted, say. */
function omitInText(text: string, omitted: Set<string>): string {
  const inner = parsed(text);
  if (inner === undefined) return text;
  const before = JSON.stringify(inner);
  // What nests too deep to be looked through throws: it must not pass.
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

/** Notes the texts and numbers that a secret consists of. */
function collect(value: unknown, found: Set<string>): void {
  if (typeof value === "object" && value !== null) {
    for (const inner of Object.values(value)) collect(inner, found);
  } else {
    noteSecret(value, found);
  }
}
