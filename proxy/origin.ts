import type { MiddlewareHandler } from "hono";
import { Refusal } from "./refusal.ts";

/**
 * Refuses (403) what another site's page asks for in a visitor's name. A browser says where a
 * request comes from and a page can't change it; a client without a browser says nothing.
 */
export const sameOriginOnly: MiddlewareHandler = async ({ req }, next) => {
  const site = req.header("sec-fetch-site") ?? "none";
  const origin = req.header("origin");
  const isOwn = origin === undefined || hostOf(origin) === req.header("host")?.toLowerCase();
  // "same-site" is another port or subdomain: somebody else's page all the same.
  if (!isOwn || (site !== "same-origin" && site !== "none")) {
    throw new Refusal("bad-request", "Requests from other sites are refused.", { status: 403 });
  }
  return next();
};

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
