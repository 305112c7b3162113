import { parseCookies, parseSetCookieHeader, splitSetCookieHeader } from "better-auth/cookies";
import type { ProxyContext } from "#proxy/env.ts";

/** The session's cookie, by its name without a prefix. */
export const SESSION_COOKIE = "pult.session_token";
/** Browsers accept such a cookie over TLS only, from this very host, for all its paths. */
const HOST_PREFIX = "__Host-";

/**
 * Whether the browser reaches Pult over TLS, which a server in front may end: every `fetch` that
 * changes something says so in its Origin; else the address that the settings name.
 */
export function isOverTls({ env }: ProxyContext, publicUrl: string | undefined): boolean {
  return (env.incoming.headers.origin ?? publicUrl ?? "").startsWith("https:");
}

/** The session's token in a request's cookies; undefined without one. */
export function readSessionToken(c: ProxyContext, publicUrl: string | undefined) {
  const cookies = parseCookies(c.env.incoming.headers.cookie ?? "");
  // A neighbouring host of the same domain can set a cookie without the prefix.
  const isHostOnly = publicUrl?.startsWith("https:") === true;
  const value =
    cookies.get(HOST_PREFIX + SESSION_COOKIE) ??
    (isHostOnly ? undefined : cookies.get(SESSION_COOKIE));
  // It is signed: `token.signature`. What the store knows by its hash needs no signature.
  return value === undefined ? undefined : decode(value).split(".", 1)[0];
}

/** The token of the session that better-auth has just started; undefined if it has not. */
export function readSetToken(headers: Headers): string | undefined {
  const cookies = parseSetCookieHeader(headers.get("set-cookie") ?? "");
  const value = cookies.get(SESSION_COOKIE)?.value ?? "";
  return value === "" ? undefined : decode(value).split(".", 1)[0];
}

/** The request's headers with the cookies' names as better-auth knows them. */
export function authHeaders({ env }: ProxyContext): Headers {
  const { cookie = "", "user-agent": agent = "" } = env.incoming.headers;
  return new Headers({ cookie: cookie.replaceAll(HOST_PREFIX, ""), "user-agent": agent });
}

/** Sets the cookies that better-auth answered with; over TLS for this host alone. */
export function sendCookies(c: ProxyContext, headers: Headers, overTls: boolean): void {
  for (const cookie of splitSetCookieHeader(headers.get("set-cookie") ?? "")) {
    const sent = overTls ? `${HOST_PREFIX}${cookie}; Secure` : cookie;
    c.header("set-cookie", sent, { append: true });
  }
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
