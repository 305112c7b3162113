import * as z from "zod/mini";
import type { Operation } from "#api/operation.ts";
import { bodyToQuery, queryToBody, type QueryValue } from "#api/queryBody.ts";
import { Known } from "./known.ts";
import { ProxyError } from "./proxyError.ts";

type Fields = Record<string, QueryValue>;

/** Queries found good, as they are sent. */
const known = new Known<string>();

/**
 * The declared keys of a query, checked and serialised again; any other key is dropped. Gives ""
 * or `?page=2`. Throws `ProxyError` (400) naming the first key that breaks the schema.
 */
export function declaredQuery(op: Operation, raw: string): string {
  const { query } = op;
  if (query === undefined) return "";
  return known.get(`${op.name}?${raw}`, () => checkedQuery(query, raw));
}

function checkedQuery(schema: z.core.$ZodType, raw: string): string {
  const search = bodyToQuery(checked(schema, raw));
  return search.size > 0 ? `?${search}` : "";
}

/** The JSON body of a documented "GET with a body", out of the query it travelled in. */
export function bodyFromQuery(schema: z.core.$ZodType, raw: string): Buffer {
  return Buffer.from(JSON.stringify(checked(schema, raw)));
}

function checked(schema: z.core.$ZodType, raw: string): Fields {
  const result = z.safeParse(schema, queryToBody(schema, new URLSearchParams(raw)));
  if (result.success) return result.data as Fields;
  const key = result.error.issues[0]?.path[0];
  throw new ProxyError("bad-request", `The query's "${String(key)}" is missing or not valid.`);
}
