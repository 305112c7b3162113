import * as z from "zod/mini";
import type { Operation } from "#api/operation.ts";
import { bodyToQuery, queryToBody, type QueryValue } from "#api/queryBody.ts";
import { ProxyError } from "./proxyError.ts";

/**
 * The declared keys of a query, validated and serialised again; other keys are dropped. Returns ""
 * or `?page=2`. Throws `ProxyError` (400) that names the first invalid key.
 */
export function declaredQuery({ query }: Operation, raw: string): string {
  if (query === undefined) return "";
  const search = bodyToQuery(validated(query, raw));
  return search.size > 0 ? `?${search}` : "";
}

/** The JSON body of a documented "GET with a body", which the client sends as a query. */
export function bodyFromQuery(schema: z.core.$ZodType, raw: string): Buffer {
  return Buffer.from(JSON.stringify(validated(schema, raw)));
}

function validated(schema: z.core.$ZodType, raw: string): Record<string, QueryValue> {
  const result = z.safeParse(schema, queryToBody(schema, new URLSearchParams(raw)));
  if (result.success) return result.data as Record<string, QueryValue>;
  const key = result.error.issues[0]?.path[0];
  throw new ProxyError("bad-request", `The query's "${String(key)}" is missing or not valid.`);
}
