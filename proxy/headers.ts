import type { Incoming } from "./incoming.ts";
import type { Answer } from "./upstream.ts";

/** Who the proxy is to the provider. */
export interface Credentials {
  /** Bearer token; a secret. */
  token: string;
  /** Value of the provider's `Client` header. */
  client: string;
}

/** Names the sandbox office that a request is for; means nothing to the provider. */
const OFFICE = "x-sandbox-office";

/**
 * The headers of the upstream request, made from nothing: of the browser's own only the
 * language may pass, and in sandbox mode the office.
 */
export function headersUp(
  { headers }: Incoming,
  { token, client }: Credentials,
  isSandbox: boolean,
): Record<string, string> {
  const passed = isSandbox ? ["accept-language", OFFICE] : ["accept-language"];
  return {
    authorization: `Bearer ${token}`,
    client,
    accept: "application/json",
    "content-type": "application/json",
    ...Object.fromEntries(passed.flatMap((name) => pair(name, headers.get(name)))),
  };
}

/** The few headers of an answer that the browser sees; nothing of the API is ever cached. */
export function headersDown({ headers }: Answer): Headers {
  const passed = ["content-type", "location", "retry-after"];
  const down = new Headers(passed.flatMap((name) => pair(name, headers[name])));
  down.set("cache-control", "no-store");
  // An error page from upstream must not run as a page of ours.
  down.set("content-security-policy", "default-src 'none'; sandbox");
  return down;
}

function pair(name: string, value: string | null | undefined): [string, string][] {
  return value === null || value === undefined ? [] : [[name, value]];
}
