import * as z from "zod/mini";

/** What a draft may store of a form with these values. */
export interface DraftShape<V> {
  /** A schema for each stored field: the storage may hold anything. */
  kept: { readonly [K in keyof V]?: z.core.$ZodType<V[K]> };
  /** Fields that are never stored. */
  secrets: readonly (keyof V)[];
}

/** A text as typed. */
export const typedText = z.string();

/** Every field must be either stored or a secret, or the form does not compile. */
export function draftShape<V extends object>() {
  return <const S extends keyof V = never>(
    secrets: readonly S[],
    kept: { readonly [K in Exclude<keyof V, S>]: z.core.$ZodType<V[K]> },
    // TypeScript can't see that Exclude<keyof V, S> are keys of V.
  ): DraftShape<V> => ({ secrets, kept: kept as DraftShape<V>["kept"] });
}

/** A second safeguard: such names are secrets, whatever the form declares. */
const SECRET_NAME = /pass|secret|token|credential|api_?key|auth|парол/i;
/** `login:password@host`, and URL parameters with an access key. */
const SECRET_TEXT = /[^\s:@/"]+:[^\s:@/"]+@|[?&#;][\w-]*(key|pass|secret|sign|token|auth)[\w-]*=/i;
const SCHEME = /\b(sips?|https?|tel|mailto):(\/\/)?/gi;

function isSecret(name: string, value: unknown): boolean {
  if (SECRET_NAME.test(name)) return true;
  if (typeof value === "string") return SECRET_TEXT.test(value.replaceAll(SCHEME, ""));
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([key, part]) => isSecret(key, part));
}

const isEqual = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** The values that differ from those the form opened with, without secrets. */
export function changedFields<V extends object>(shape: DraftShape<V>, base: V, values: V) {
  const names = (Object.keys(values) as (keyof V & string)[]).filter(
    (name) => !isEqual(base[name], values[name]),
  );
  // A schema may strip a part of what was typed.
  const kept = Object.fromEntries(names.map((name) => [name, values[name]]));
  const fields = fittingFields(shape, base, kept);
  const omitted = names.filter(
    (name) => !Object.hasOwn(shape.kept, name) || isSecret(name, fields[name]),
  );
  for (const name of omitted) delete fields[name];
  return { fields, omitted: omitted.length > 0 };
}

/** The stored fields that are valid and differ from the values the form opens with now. */
export function fittingFields<V extends object>(
  shape: DraftShape<V>,
  base: V,
  stored: Readonly<Record<string, unknown>>,
): Partial<V> {
  const fields: Partial<V> = {};
  for (const name of Object.keys(shape.kept) as (keyof V & string)[]) {
    const schema = shape.kept[name];
    if (schema === undefined || !Object.hasOwn(stored, name)) continue;
    const { success, data } = z.safeParse(schema, stored[name]);
    if (success && !isEqual(data, base[name])) fields[name] = data;
  }
  return fields;
}

/** A short hash of the data that a form was opened with, to detect later changes. */
export function fingerprint(base: unknown): string {
  let hash = 0x811c9dc5;
  for (const sign of JSON.stringify(base) ?? "") {
    hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
