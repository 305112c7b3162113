import { isSecretName } from "./secretNames.ts";

const COVER = "***";

/**
 * A failure's parsed body without anything that is named like a secret: such values are covered at
 * any depth. The reasons under `errors.<field>` stay: those are words about a field that may well
 * be called `password`.
 */
export function coverSecrets(said: unknown): unknown {
  if (!isObject(said) || !isObject(said["errors"])) return cover(said);
  const { errors, ...others } = said;
  const reasons = Object.entries(errors as object).map(([field, value]) => [
    field,
    isWords(value) ? value : cover(value, isSecretName(field)),
  ]);
  return { ...(cover(others) as object), errors: Object.fromEntries(reasons) };
}

/** Copies a value with each scalar under a secret's name covered. */
function cover(value: unknown, secret = false): unknown {
  if (Array.isArray(value)) return value.map((item) => cover(item, secret));
  if (!isObject(value)) return secret && value !== null ? COVER : value;
  const pairs = Object.entries(value);
  return Object.fromEntries(
    pairs.map(([key, inner]) => [key, cover(inner, secret || isSecretName(key))]),
  );
}

function isWords(value: unknown): boolean {
  return [value].flat().every((reason) => typeof reason === "string");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
