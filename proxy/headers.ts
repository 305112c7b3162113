import type { Incoming } from "./incoming.ts";
import type { SharedAnswer } from "./sharing.ts";
import type { Answer } from "./upstream.ts";

/** Who the proxy is to the provider. */
export interface Credentials {
  /** Bearer token; a secret. */
  token: string;
  /** Value of the provider's `Client` header. */
  client: string;
}

/** An answer as it came, or a shared one. */
export type Given = SharedAnswer | { answer: Answer; ageMs?: undefined };

/** Names the sandbox office that a request is for; means nothing to the provider. */
const OFFICE = "x-sandbox-office";

/**
 * The headers of the upstream request, made from nothing: of the browser's own only the
 * language may pass, and in sandbox mode the office. One whose answer is shared has no language.
 */
export function headersUp(
  { headers }: Incoming,
  { token, client }: Credentials,
  isSandbox: boolean,
  isShared = false,
): Record<string, string> {
  const passed = [...(isShared ? [] : ["accept-language"]), ...(isSandbox ? [OFFICE] : [])];
  return {
    authorization: `Bearer ${token}`,
    client,
    accept: "application/json",
    "content-type": "application/json",
    ...Object.fromEntries(passed.flatMap((name) => pair(name, headers.get(name)))),
  };
}

/**
 * The few headers of an answer that the browser sees; it never keeps anything of the API. A
 * shared answer says its age, in whole seconds.
 */
export function headersDown({ answer, ageMs }: Given): Headers {
  const { headers } = answer;
  const passed = ["content-type", "location", "retry-after"];
  const down = new Headers(passed.flatMap((name) => pair(name, headers[name])));
  down.set("cache-control", "no-store");
  if (ageMs !== undefined) down.set("age", String(Math.floor(ageMs / 1000)));
  // An error page from upstream must not run as a page of ours.
  down.set("content-security-policy", "default-src 'none'; sandbox");
  return down;
}

function pair(name: string, value: string | null | undefined): [string, string][] {
  return value === null || value === undefined ? [] : [[name, value]];
}
