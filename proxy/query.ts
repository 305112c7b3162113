import * as z from "zod/mini";
import type { Operation } from "#api/operation.ts";
import { bodyToQuery, queryToBody, type QueryValue } from "#api/queryBody.ts";
import { ProxyError } from "./proxyError.ts";

/**
 * The declared keys of a query, checked and serialised again; any other key is dropped. Gives ""
 * or `?page=2`. Throws `ProxyError` (400) naming the first key that breaks the schema.
 */
export function declaredQuery({ query }: Operation, raw: string): string {
  if (query === undefined) return "";
  const search = bodyToQuery(checked(query, raw));
  return search.size > 0 ? `?${search}` : "";
}

/** The JSON body of a documented "GET with a body", out of the query it travelled in. */
export function bodyFromQuery(schema: z.core.$ZodType, raw: string): Buffer {
  return Buffer.from(JSON.stringify(checked(schema, raw)));
}

function checked(schema: z.core.$ZodType, raw: string): Record<string, QueryValue> {
  const result = z.safeParse(schema, queryToBody(schema, new URLSearchParams(raw)));
  if (result.success) return result.data as Record<string, QueryValue>;
  const key = result.error.issues[0]?.path[0];
  throw new ProxyError("bad-request", `The query's "${String(key)}" is missing or not valid.`);
}
