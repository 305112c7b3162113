import { isIP } from "node:net";
import { isLoopback } from "#proxy/loopback.ts";
import type { ProxyContext } from "#proxy/env.ts";

/**
 * The IP address that a request comes from, for people to read, and to slow guessing down; who
 * somebody is, it never decides. A web server on this machine, or in a neighbouring container, names
 * it last in `X-Forwarded-For`.
 */
export function clientAddress({ env: { incoming } }: ProxyContext): string {
  const { remoteAddress = "" } = incoming.socket;
  const forwarded = incoming.headers["x-forwarded-for"];
  const last = [forwarded].flat().join(",").split(",").at(-1)?.trim() ?? "";
  const isFront = isLoopback(remoteAddress) || isPrivate(remoteAddress);
  return isFront && isIP(last) !== 0 ? last : remoteAddress;
}

/** Of a network of containers, or an office's own (RFC 1918). */
const isPrivate = (address: string) =>
  /^(::ffff:)?(10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.)/.test(address);
