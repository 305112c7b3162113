import type * as z from "zod/mini";
import type { Bounds } from "./validationMessage.ts";

type Schema = z.core.$ZodType;
export type Path = readonly PropertyKey[];

const getDef = (schema: Schema) => (schema as z.core.$ZodTypes)._zod.def;

/** The schema of the field at `path`, as far as objects and arrays lead to it. */
export function schemaAt(schema: Schema, path: Path): Schema | undefined {
  const def = getDef(schema);
  if (def.type === "optional") return schemaAt(def.innerType, path);
  const [key, ...rest] = path;
  if (key === undefined) return schema;
  if (def.type === "array") return schemaAt(def.element, rest);
  if (def.type !== "object") return undefined;
  const field = def.shape[String(key)];
  return field === undefined ? undefined : schemaAt(field, rest);
}

/** The fields of an object schema; of a union, those of its first option. */
export function getShape(schema: Schema): Readonly<Record<string, Schema>> {
  const def = getDef(schema);
  if (def.type === "object") return def.shape;
  const first = def.type === "union" ? def.options[0] : undefined;
  return first === undefined ? {} : getShape(first);
}

/** The inclusive limits of a number schema, if it has both. */
export function getBounds(schema: Schema | undefined): Bounds {
  if (schema === undefined) return undefined;
  let min: number | undefined;
  let max: number | undefined;
  for (const check of getDef(schema).checks ?? []) {
    const def = (check as z.core.$ZodChecks)._zod.def;
    if (def.check === "greater_than" && def.inclusive) min = Number(def.value);
    if (def.check === "less_than" && def.inclusive) max = Number(def.value);
  }
  return min === undefined || max === undefined ? undefined : [min, max];
}

/** The value at `path`; undefined if there is none. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((at, key) => {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, key)) return undefined;
    return (at as Record<PropertyKey, unknown>)[key];
  }, value);
}

/**
 * Which option of a union a value was meant for: the one whose literal fields it has (a wrong
 * one counts more than a missing one), then the one with the fewest issues.
 */
export function closestOption(
  options: readonly Schema[],
  issues: readonly (readonly z.core.$ZodIssue[])[],
  value: unknown,
): { option: Schema; issues: readonly z.core.$ZodIssue[] } | undefined {
  const rated = options.map((option, index) => {
    const own = issues[index] ?? [];
    return { option, issues: own, distance: literalDistance(option, value) * 1000 + own.length };
  });
  return rated.sort((one, other) => one.distance - other.distance)[0];
}

function literalDistance(option: Schema, value: unknown): number {
  const def = getDef(option);
  if (def.type !== "object") return 0;
  let distance = 0;
  for (const [key, field] of Object.entries(def.shape)) {
    const literal = getDef(field);
    if (literal.type !== "literal") continue;
    const actual = valueAt(value, [key]);
    if (actual === undefined) distance += 1;
    else if (!(literal.values as unknown[]).includes(actual)) distance += 2;
  }
  return distance;
}
