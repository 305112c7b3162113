import { isIP } from "node:net";
import type { MiddlewareHandler } from "hono";
import { OWN_HEADER } from "#api/ownHeader.ts";
import type { ProxyEnv } from "./env.ts";
import { hostHeader } from "./host.ts";
import { isLoopback } from "./loopback.ts";
import { ProxyError } from "./proxyError.ts";

/** Whether an `Origin` is that of our own page, loaded from this `Host`. */
export type IsOwnOrigin = (origin: string | undefined, host: string) => boolean;

/**
 * Responds 403 to requests of other sites' pages (CSRF). Browsers set `Origin` and
 * `Sec-Fetch-Site`, which a page cannot change; other clients send neither. All clients have to
 * send our own header, which another site's page cannot.
 */
export function sameOriginOnly(isOwnOrigin: IsOwnOrigin): MiddlewareHandler<ProxyEnv> {
  return async (c, next) => {
    const { headers } = c.env.incoming;
    // "same-site" is another port or subdomain, which may belong to somebody else.
    if ((headers["sec-fetch-site"] ?? "same-origin") !== "same-origin") {
      throw forbidden("Requests from other sites are refused.");
    }
    for (const [name, value] of REQUIRED_HEADERS) {
      if (headers[name] !== value) {
        throw forbidden(`Requests without the header "${name}: ${value}" are refused.`);
      }
    }
    if (!isOwnOrigin(headers.origin, hostHeader(c.env.incoming.rawHeaders))) {
      // Most likely our own page, behind a reverse proxy that replaces `Host`.
      throw new ProxyError("unknown-address", UNKNOWN_ORIGIN);
    }
    return next();
  };
}

function forbidden(message: string): ProxyError {
  return new ProxyError("bad-request", message, { status: 403 });
}

const REQUIRED_HEADERS = Object.entries(OWN_HEADER).map(
  ([name, value]) => [name.toLowerCase(), value] as const,
);
const UNKNOWN_ORIGIN =
  "The Origin of this request is neither its Host nor in the setting ALLOWED_HOSTS: " +
  "requests from other sites are refused.";

/**
 * Accepts an origin that equals the request's `Host`, or that is one of `pages`. Loopback names are
 * not accepted as `pages`: any program on this machine may serve a page there.
 */
export function createOriginCheck(pages: readonly string[] = []): IsOwnOrigin {
  const allowed = new Set(
    pages
      .flatMap((page) => [hostWithPort("https", page), hostWithPort("http", page)])
      .filter((host) => host !== undefined && !isLoopback(host.replace(/:\d+$/, ""))),
  );
  return (origin, host) => {
    if (origin === undefined) return true;
    // It is `null` where a browser hides it; several are joined by commas.
    const [, scheme = ""] = /^(https?):\/\/[^/@]+$/i.exec(origin) ?? [];
    const [, rest = ""] = origin.split("://");
    const originHost = hostWithPort(scheme, rest);
    return (
      originHost !== undefined &&
      (originHost === hostWithPort(scheme, host) || allowed.has(originHost))
    );
  };
}

/** A host with its port, unless that is the scheme's default; undefined if it is not valid. */
function hostWithPort(scheme: string, host: string): string | undefined {
  // Settings may hold an IPv6 address without brackets.
  const url = `${scheme}://${isIP(host) === 6 ? `[${host}]` : host}`;
  return scheme !== "" && URL.canParse(url) ? new URL(url).host : undefined;
}
