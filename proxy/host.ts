import type { MiddlewareHandler } from "hono";
import { isLoopback } from "./loopback.ts";
import { Refusal } from "./refusal.ts";

/**
 * Refuses (403) a request under a name that is not ours. A hostile page can point its own name
 * at this machine (DNS rebinding) and is then "the same origin": only the name gives it away.
 */
export function knownHostOnly(allowed: readonly string[]): MiddlewareHandler {
  return async ({ req }, next) => {
    const name = nameOf(req.header("host") ?? "");
    if (name === undefined || !(isLoopback(name) || allowed.includes(name))) {
      throw new Refusal("bad-request", "This address is not one of ALLOWED_HOSTS.", {
        status: 403,
      });
    }
    return next();
  };
}

/** The host of a `Host` header, in lower case and without its port. */
function nameOf(header: string): string | undefined {
  const url = `http://${header}`;
  return URL.canParse(url) ? new URL(url).hostname : undefined;
}
