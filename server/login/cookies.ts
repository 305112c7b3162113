import { parseSetCookieHeader, splitSetCookieHeader } from "better-auth/cookies";
import type { ProxyContext } from "#proxy/env.ts";

/** The session's cookie, by its name without a prefix. */
export const SESSION_COOKIE = "pult.session_token";
/** The one that remembers, between password and code, whose second factor is asked for. */
const CHALLENGE_COOKIE = "pult.two_factor";
/** Browsers accept such a cookie over TLS only, from this very host, for all its paths. */
const HOST_PREFIX = "__Host-";

/**
 * Whether the browser reaches Pult over TLS, which a server in front may end: as the settings say;
 * without them every `fetch` that changes something says so in its Origin.
 */
export function isOverTls({ env }: ProxyContext, publicUrl: string | undefined): boolean {
  return (publicUrl ?? env.incoming.headers.origin ?? "").startsWith("https:");
}

/**
 * The request's own cookies by their names without the prefix, as better-auth reads them too. Where
 * Pult is known to be reached over TLS, only those with the prefix count: any neighbouring host of
 * the domain can set the others. One that is sent twice does not count at all.
 */
function readCookies({ env }: ProxyContext, publicUrl: string | undefined): Map<string, string> {
  const prefixed = new Map<string, string>();
  const plain = new Map<string, string>();
  const twice = new Set<string>();
  for (const pair of (env.incoming.headers.cookie ?? "").split(";")) {
    const at = pair.indexOf("=");
    const name = pair.slice(0, Math.max(at, 0)).trim();
    const isPrefixed = name.startsWith(HOST_PREFIX);
    const cookies = isPrefixed ? prefixed : plain;
    const base = isPrefixed ? name.slice(HOST_PREFIX.length) : name;
    if (cookies.has(base)) twice.add(base);
    cookies.set(base, pair.slice(at + 1).trim());
  }
  const isTls = publicUrl?.startsWith("https:") === true;
  const found = new Map([...(isTls ? [] : plain), ...prefixed]);
  for (const name of twice) found.delete(name);
  return found;
}

/** The session's token in a request's cookies; undefined without one. */
export function readSessionToken(c: ProxyContext, publicUrl: string | undefined) {
  // It is signed: `token.signature`. What the store knows by its hash needs no signature.
  return unsigned(readCookies(c, publicUrl).get(SESSION_COOKIE));
}

/** What better-auth knows the second step of a sign-in by; undefined without one. */
export function readChallenge(c: ProxyContext, publicUrl: string | undefined) {
  return unsigned(readCookies(c, publicUrl).get(CHALLENGE_COOKIE));
}

/** The token of the session that better-auth has just started; undefined if it has not. */
export function readSetToken(headers: Headers): string | undefined {
  const cookies = parseSetCookieHeader(headers.get("set-cookie") ?? "");
  return unsigned(cookies.get(SESSION_COOKIE)?.value);
}

/** The headers of a request for better-auth: exactly the cookies that Pult itself reads. */
export function authHeaders(c: ProxyContext, publicUrl: string | undefined): Headers {
  const cookies = Array.from(readCookies(c, publicUrl), ([name, value]) => `${name}=${value}`);
  const { "user-agent": agent = "" } = c.env.incoming.headers;
  return new Headers({ cookie: cookies.join("; "), "user-agent": agent });
}

/** Sets the cookies that better-auth answered with; over TLS for this host alone. */
export function sendCookies(c: ProxyContext, headers: Headers, overTls: boolean): void {
  for (const cookie of splitSetCookieHeader(headers.get("set-cookie") ?? "")) {
    const sent = overTls ? `${HOST_PREFIX}${cookie}; Secure` : cookie;
    c.header("set-cookie", sent, { append: true });
  }
}

/** Lets the browser delete the session's cookie, by either name. */
export function deleteSessionCookies(c: ProxyContext): void {
  const end = `=; Max-Age=0; Path=/; HttpOnly; SameSite=Strict`;
  c.header("set-cookie", `${SESSION_COOKIE}${end}`, { append: true });
  c.header("set-cookie", `${HOST_PREFIX}${SESSION_COOKIE}${end}; Secure`, { append: true });
}

function unsigned(value: string | undefined): string | undefined {
  const [token = ""] = decode(value ?? "").split(".", 1);
  return token === "" ? undefined : token;
}

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
