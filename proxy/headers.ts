import type { IncomingHttpHeaders } from "node:http";
import { BATCH_HEADER, ENTRY_HEADER, UNDOES_HEADER } from "#api/ownHeader.ts";
import type { UpstreamResponse } from "./upstream.ts";

/** The proxy's credentials at the provider. */
export interface Credentials {
  /** Bearer token; a secret. */
  token: string;
  /** Value of the provider's `Client` header. */
  client: string;
}

/**
 * An upstream response; `ageMs` is the age of a shared one, in milliseconds, and `entry` the
 * journal's entry of a write.
 */
export interface UpstreamResult {
  response: UpstreamResponse;
  ageMs?: number;
  entry?: number;
}

/** Selects the sandbox office of a request; the provider does not know it. */
export const OFFICE = "x-sandbox-office";

/** Client headers that may be forwarded, and the values accepted. */
const ALLOWED_VALUES: Readonly<Record<string, RegExp>> = {
  "accept-language": /^[\w\-*,;=. ]{1,200}$/,
  [OFFICE]: /^[\x20-\x7e]{1,200}$/,
};

/**
 * Builds the headers of the upstream request. The client's own headers are dropped, except the
 * language and, in sandbox mode, the office. A shared request has no language.
 */
export function upstreamRequestHeaders(
  headers: IncomingHttpHeaders,
  { token, client }: Credentials,
  { isSandbox = false, isShared = false },
): Record<string, string> {
  const allowed = [...(isShared ? [] : ["accept-language"]), ...(isSandbox ? [OFFICE] : [])];
  const forwarded = allowed.flatMap((name) => {
    const value = headers[name];
    return typeof value === "string" && ALLOWED_VALUES[name]?.test(value) ? [[name, value]] : [];
  });
  return {
    authorization: `Bearer ${token}`,
    client,
    accept: "application/json",
    "content-type": "application/json",
    ...Object.fromEntries(forwarded),
  };
}

/**
 * Builds the headers of the client response. The provider's own headers are dropped, except
 * `Retry-After` if it is a number of seconds or a date. A shared response carries its age, in whole
 * seconds.
 */
export function clientResponseHeaders({
  response,
  ageMs,
  entry,
}: UpstreamResult): Record<string, string> {
  const { headers } = response;
  const isJson = /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(headers["content-type"] ?? "");
  const clientHeaders: Record<string, string> = {
    // An HTML page of the upstream must never be rendered as one of ours.
    "content-type": isJson ? "application/json" : "text/plain; charset=utf-8",
    "cache-control": "no-store",
  };
  const retryAfter = headers["retry-after"] ?? "";
  if (/^(\d{1,9}|[A-Z][a-z]{2}, [\w: ]{10,30})$/.test(retryAfter)) {
    clientHeaders["retry-after"] = retryAfter;
  }
  if (ageMs !== undefined) clientHeaders["age"] = String(Math.floor(ageMs / 1000));
  if (entry !== undefined) clientHeaders[ENTRY_HEADER.toLowerCase()] = String(entry);
  return clientHeaders;
}

/** What a request says of its place in the journal; what makes no sense is left out. */
export function journalHeaders(headers: IncomingHttpHeaders): {
  batch: string | null;
  undoes: number | null;
} {
  const batch = String(headers[BATCH_HEADER.toLowerCase()]);
  const undoes = String(headers[UNDOES_HEADER.toLowerCase()]);
  return {
    batch: /^[0-9a-f][0-9a-f-]{6,62}[0-9a-f]$/i.test(batch) ? batch : null,
    undoes: /^[1-9]\d{0,14}$/.test(undoes) ? Number(undoes) : null,
  };
}
