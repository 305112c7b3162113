import type * as z from "zod/mini";

type Scalar = string | number | boolean;
export type QueryValue = Scalar | readonly Scalar[] | undefined;

/**
 * Two operations are documented as a GET with a JSON body (trap 1, docs/plusofon-api.md). Between
 * browser and proxy such a body travels as a query: `{logins: ["a", "b"]}` as
 * `logins[]=a&logins[]=b`, `{user_id: 12}` as `user_id=12`.
 */
export function bodyToQuery(body: Readonly<Record<string, QueryValue>>): URLSearchParams {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(body)) {
    if (typeof value === "object") for (const item of value) query.append(`${key}[]`, String(item));
    else if (value !== undefined) query.append(key, String(value));
  }
  return query;
}

/**
 * The inverse: reads the fields of `schema` from a query, with their types. Drops what is not a
 * field of the schema, and does not validate the result.
 */
export function queryToBody(
  schema: z.core.$ZodType,
  query: URLSearchParams,
): Record<string, unknown> {
  const { shape } = (schema as z.core.$ZodObject)._zod.def;
  const body: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(shape)) {
    const type = fieldType(field);
    if (type === "array") body[key] = query.getAll(`${key}[]`);
    else if (query.has(key)) body[key] = coerce(query.get(key) ?? "", type);
  }
  return body;
}

/** A field's type, also of an optional one. */
function fieldType(field: z.core.$ZodType): string {
  const { def } = field._zod;
  return def.type === "optional" ? fieldType((def as z.core.$ZodOptionalDef).innerType) : def.type;
}

function coerce(value: string, type: string): string | number {
  return type === "number" && /^-?\d+$/.test(value) ? Number(value) : value;
}
