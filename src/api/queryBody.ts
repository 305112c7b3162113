import type * as z from "zod/mini";

type Plain = string | number | boolean;
export type QueryValue = Plain | readonly Plain[] | undefined;

/**
 * Two operations are documented as a GET with a JSON body (trap 1). Between browser and proxy
 * such a body travels as a query: `{logins: ["a", "b"]}` as `logins[]=a&logins[]=b`,
 * `{user_id: 12}` as `user_id=12`.
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
 * The way back: reads the fields of `schema` out of a query, with their types. What is not a
 * field of the schema is left out; whether the result is valid is for the schema to say.
 */
export function queryToBody(
  schema: z.core.$ZodType,
  query: URLSearchParams,
): Record<string, unknown> {
  const { shape } = (schema as z.core.$ZodObject)._zod.def;
  const body: Record<string, unknown> = {};
  for (const [key, field] of Object.entries(shape)) {
    const type = typeOf(field);
    if (type === "array") body[key] = query.getAll(`${key}[]`);
    else if (query.has(key)) body[key] = typed(query.get(key) ?? "", type);
  }
  return body;
}

/** A field's own type, also where it may be left out. */
function typeOf(field: z.core.$ZodType): string {
  const { def } = field._zod;
  return def.type === "optional" ? typeOf((def as z.core.$ZodOptionalDef).innerType) : def.type;
}

function typed(value: string, type: string): string | number {
  return type === "number" && /^-?\d+$/.test(value) ? Number(value) : value;
}
