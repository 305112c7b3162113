import * as z from "zod/mini";

/** What a draft may hold of a form with these values. */
export interface DraftShape<V> {
  /** What each kept field must be: what is stored may be foreign. */
  kept: { readonly [K in keyof V]?: z.core.$ZodType<V[K]> };
  /** Never kept anywhere. */
  secrets: readonly (keyof V)[];
}

/** A text as people type it. */
export const typedText = z.string();

/** Every field is either kept or a secret: a form that forgets to say which does not compile. */
export function draftShape<V extends object>() {
  return <const S extends keyof V = never>(
    secrets: readonly S[],
    kept: { readonly [K in Exclude<keyof V, S>]: z.core.$ZodType<V[K]> },
    // TypeScript does not see that what is left of the names of V are names of V.
  ): DraftShape<V> => ({ secrets, kept: kept as DraftShape<V>["kept"] });
}

/** The second net: what is called like this is a secret, whatever a form says. */
const SECRET_NAME = /pass|secret|token|credential|api_?key|auth|парол/i;
/** `login:password@host`, and parameters of an address that let one in. */
const SECRET_TEXT = /[^\s:@/"]+:[^\s:@/"]+@|[?&#;][\w-]*(key|pass|secret|sign|token|auth)[\w-]*=/i;
const SCHEME = /\b(sips?|https?|tel|mailto):(\/\/)?/gi;

function isSecret(name: string, value: unknown): boolean {
  if (SECRET_NAME.test(name)) return true;
  if (typeof value === "string") return SECRET_TEXT.test(value.replaceAll(SCHEME, ""));
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(([key, part]) => isSecret(key, part));
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Of a form's values those that differ from what it was opened with, and no secret. */
export function changedFields<V extends object>(shape: DraftShape<V>, base: V, values: V) {
  const names = (Object.keys(values) as (keyof V & string)[]).filter(
    (name) => !same(base[name], values[name]),
  );
  // A schema may keep less of a text than what was typed.
  const kept = Object.fromEntries(names.map((name) => [name, values[name]]));
  const fields = fittingFields(shape, base, kept);
  const left = names.filter(
    (name) => !Object.hasOwn(shape.kept, name) || isSecret(name, fields[name]),
  );
  for (const name of left) delete fields[name];
  return { fields, omitted: left.length > 0 };
}

/** Of stored fields those that fit the form, and differ from what it is opened with now. */
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
    if (success && !same(data, base[name])) fields[name] = data;
  }
  return fields;
}

/** A short name of what a form was opened with, to tell later whether it is still the same. */
export function fingerprint(base: unknown): string {
  let hash = 0x811c9dc5;
  for (const sign of JSON.stringify(base) ?? "") {
    hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  }
  return (hash >>> 0).toString(36);
}
