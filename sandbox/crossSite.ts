import type { IncomingHttpHeaders } from "node:http";
import { isIP } from "node:net";
import { Problem } from "./problem.ts";

/**
 * Throws 403 for requests from pages of other sites, and for host names that such a page may have
 * pointed at this machine (DNS rebinding). Clients that are not browsers send no Origin and pass.
 * `host` is where the sandbox listens. An IP address can't be rebound, so any IP address is
 * accepted once the sandbox listens on more than this machine.
 */
export function rejectCrossSite(headers: IncomingHttpHeaders, host: string): void {
  const name = hostWithoutPort(headers.host);
  const isOwnName = isLocal(name) || name === host || (isIP(name) !== 0 && !isLocal(host));
  if (!isOwnName) throw new Problem(403, { message: "The sandbox has no such name.", code: 403 });
  // "none": typed into the browser's address bar.
  const isOwnPage = ["same-origin", "none", undefined].includes(
    joinHeader(headers["sec-fetch-site"]),
  );
  const { origin } = headers;
  if (!isOwnPage || (origin !== undefined && origin !== `http://${headers.host}`)) {
    throw new Problem(403, { message: "Requests from other sites are refused.", code: 403 });
  }
}

/** The host of a `Host` header, without its port and an IPv6 address's brackets. */
function hostWithoutPort(value = ""): string {
  const [, address, name = ""] = /^(?:\[([\da-f:.]+)\]|([\w.-]+))(?::\d{1,5})?$/i.exec(value) ?? [];
  return (address ?? name).toLowerCase();
}

function isLocal(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|::1)$/.test(host);
}

function joinHeader(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(", ") : value;
}
