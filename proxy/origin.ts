import { isIP } from "node:net";
import type { MiddlewareHandler } from "hono";
import { OWN_HEADER } from "#api/ownHeader.ts";
import type { ProxyEnv } from "./env.ts";
import { hostHeader } from "./host.ts";
import { isLoopback } from "./loopback.ts";
import { ProxyError } from "./proxyError.ts";

/** Whether an `Origin` is our own page's, which was asked for under this `Host`. */
export type IsOwnOrigin = (origin: string | undefined, host: string) => boolean;

/**
 * Refuses (403) what another site's page asks for in a visitor's name. A browser says where a
 * request comes from and a page can't change it; a client without a browser says nothing of
 * it. All have to send our own header, which another site's page can't.
 */
export function ownPageOnly(isOwnOrigin: IsOwnOrigin): MiddlewareHandler<ProxyEnv> {
  return async (c, next) => {
    const { headers } = c.env.incoming;
    // "same-site" is another port or subdomain: somebody else's page all the same.
    if ((headers["sec-fetch-site"] ?? "same-origin") !== "same-origin") {
      throw forbidden("Requests from other sites are refused.");
    }
    for (const [name, value] of OWN) {
      if (headers[name] !== value) {
        throw forbidden(`Requests without the header "${name}: ${value}" are refused.`);
      }
    }
    if (!isOwnOrigin(headers.origin, hostHeader(c.env.incoming.rawHeaders))) {
      // Our own page, most likely, behind a web server that puts another Host in its place.
      throw new ProxyError("unknown-address", UNKNOWN);
    }
    return next();
  };
}

function forbidden(message: string): ProxyError {
  return new ProxyError("bad-request", message, { status: 403 });
}

const OWN = Object.entries(OWN_HEADER).map(([name, value]) => [name.toLowerCase(), value] as const);
const UNKNOWN =
  "The Origin of this request is neither its Host nor in the setting ALLOWED_HOSTS: " +
  "requests from other sites are refused.";

/**
 * An origin is ours under the very `Host` that was asked for, or when it is one of `pages`. This
 * machine's own names are not: under them every program here may have a page.
 */
export function ownOrigins(pages: readonly string[] = []): IsOwnOrigin {
  const named = new Set(
    pages
      .flatMap((page) => [hostIn("https", page), hostIn("http", page)])
      .filter((host) => host !== undefined && !isLoopback(host.replace(/:\d+$/, ""))),
  );
  return (origin, host) => {
    if (origin === undefined) return true;
    // `null` where a browser hides it; several are joined by commas.
    const [, scheme = ""] = /^(https?):\/\/[^/@]+$/i.exec(origin) ?? [];
    const [, rest = ""] = origin.split("://");
    const asking = hostIn(scheme, rest);
    return asking !== undefined && (asking === hostIn(scheme, host) || named.has(asking));
  };
}

/** A host and its port, unless that is the scheme's own; undefined when it is none. */
function hostIn(scheme: string, host: string): string | undefined {
  // An IPv6 address among the settings may stand there without its brackets.
  const url = `${scheme}://${isIP(host) === 6 ? `[${host}]` : host}`;
  return scheme !== "" && URL.canParse(url) ? new URL(url).host : undefined;
}
