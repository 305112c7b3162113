import type { IncomingHttpHeaders } from "node:http";
import type { UpstreamResponse } from "./upstream.ts";

/** Who the proxy is to the provider. */
export interface Credentials {
  /** Bearer token; a secret. */
  token: string;
  /** Value of the provider's `Client` header. */
  client: string;
}

/** An answer of the upstream; `ageMs` tells in milliseconds how old a shared one is. */
export interface UpstreamResult {
  response: UpstreamResponse;
  ageMs?: number;
}

/** Names the sandbox office that a request is for; means nothing to the provider. */
const OFFICE = "x-sandbox-office";

/** What may pass upwards: words of a plain alphabet and no longer than anybody needs. */
const PLAIN: Readonly<Record<string, RegExp>> = {
  "accept-language": /^[\w\-*,;=. ]{1,200}$/,
  [OFFICE]: /^[\x20-\x7e]{1,200}$/,
};

/**
 * The headers of the upstream request, made from nothing: of the browser's own only the
 * language may pass, and in sandbox mode the office. One whose answer is shared has no language.
 */
export function upstreamRequestHeaders(
  headers: IncomingHttpHeaders,
  { token, client }: Credentials,
  { isSandbox = false, isShared = false },
): Record<string, string> {
  const passed = [...(isShared ? [] : ["accept-language"]), ...(isSandbox ? [OFFICE] : [])];
  const own = passed.flatMap((name) => {
    const value = headers[name];
    return typeof value === "string" && PLAIN[name]?.test(value) ? [[name, value]] : [];
  });
  return {
    authorization: `Bearer ${token}`,
    client,
    accept: "application/json",
    "content-type": "application/json",
    ...Object.fromEntries(own),
  };
}

/**
 * The headers of an answer that the browser sees, made from nothing: of the provider's own only
 * when to come again, if it is a number of seconds or a date. A shared answer says its age, in
 * whole seconds.
 */
export function clientResponseHeaders({ response, ageMs }: UpstreamResult): Record<string, string> {
  const { headers } = response;
  const isJson = /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(headers["content-type"] ?? "");
  const down: Record<string, string> = {
    // A page from upstream must not become a page of ours, whatever it calls itself.
    "content-type": isJson ? "application/json" : "text/plain; charset=utf-8",
    "cache-control": "no-store",
  };
  const retryAfter = headers["retry-after"] ?? "";
  if (/^(\d{1,9}|[A-Z][a-z]{2}, [\w: ]{10,30})$/.test(retryAfter)) down["retry-after"] = retryAfter;
  if (ageMs !== undefined) down["age"] = String(Math.floor(ageMs / 1000));
  return down;
}
