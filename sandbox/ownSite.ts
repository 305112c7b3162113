import type { IncomingHttpHeaders } from "node:http";
import { isIP } from "node:net";
import { Problem } from "./problem.ts";

/**
 * Refuses (403) what a page of another site asks for, and a name that such a page has pointed at
 * this machine (DNS rebinding). A client without a browser says nothing of a page. `host` is where
 * the sandbox listens; an address can't be pointed anywhere, so any will do once others reach it.
 */
export function refuseOtherSites(headers: IncomingHttpHeaders, host: string): void {
  const name = nameIn(headers.host);
  const isOwnName = isLocal(name) || name === host || (isIP(name) !== 0 && !isLocal(host));
  if (!isOwnName) throw new Problem(403, { message: "The sandbox has no such name.", code: 403 });
  // Typed into a browser's address bar it comes from nowhere.
  const isOwnPage = ["same-origin", "none", undefined].includes(header(headers["sec-fetch-site"]));
  const { origin } = headers;
  if (!isOwnPage || (origin !== undefined && origin !== `http://${headers.host}`)) {
    throw new Problem(403, { message: "Requests from other sites are refused.", code: 403 });
  }
}

/** The host of a `Host` header, without its port and an IPv6 address's brackets. */
function nameIn(value = ""): string {
  const [, address, name = ""] = /^(?:\[([\da-f:.]+)\]|([\w.-]+))(?::\d{1,5})?$/i.exec(value) ?? [];
  return (address ?? name).toLowerCase();
}

function isLocal(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|::1)$/.test(host);
}

function header(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(", ") : value;
}
