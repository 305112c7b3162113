import type { IncomingHttpHeaders } from "node:http";
import { OWN_HEADER } from "#api/ownHeader.ts";
import { Refusal } from "./refusal.ts";

/**
 * Refuses (403) what another site's page asks for in a visitor's name. A browser says where a
 * request comes from and a page can't change it; a client without a browser says nothing of
 * it. All have to send our own header, which another site's page can't.
 */
export function refuseOtherSites(headers: IncomingHttpHeaders): void {
  const site = headers["sec-fetch-site"] ?? "same-origin";
  // "same-site" is another port or subdomain: somebody else's page all the same.
  if (site !== "same-origin" || !isOwn(headers.origin, headers.host ?? "")) {
    throw new Refusal("bad-request", "Requests from other sites are refused.", { status: 403 });
  }
  for (const [name, value] of OWN) {
    if (headers[name] === value) continue;
    const words = `Requests without the header "${name}: ${value}" are refused.`;
    throw new Refusal("bad-request", words, { status: 403 });
  }
}

const OWN = Object.entries(OWN_HEADER).map(([name, value]) => [name.toLowerCase(), value] as const);

/** `Origin` is `null` where a browser hides it, and several of them are joined by commas. */
function isOwn(origin: string | undefined, host: string): boolean {
  if (origin === undefined) return true;
  const [, scheme] = /^(https?):\/\/[^/@]+$/i.exec(origin) ?? [];
  const own = `${scheme}://${host}`;
  if (scheme === undefined || !URL.canParse(origin) || !URL.canParse(own)) return false;
  // Parsed, since either may name the port that its scheme has anyway.
  return new URL(origin).host === new URL(own).host;
}
