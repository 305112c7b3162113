import type { IncomingHttpHeaders } from "node:http";
import { MAX_AGE_MS } from "./sharing.ts";

/**
 * Reads from `Cache-Control` the maximum age, in milliseconds, of a cached response that a request
 * accepts: `no-cache` means 0, `max-age=9` means 9 s. Without the header it is `defaultMs`.
 */
export function acceptedMaxAgeMs(headers: IncomingHttpHeaders, defaultMs: number): number {
  const directives = (headers["cache-control"] ?? "")
    .split(",")
    .map((directive) => directive.trim().toLowerCase());
  if (directives.includes("no-cache") || directives.includes("no-store")) return 0;
  const seconds = directives.flatMap((text) => /^max-age=(\d{1,9})$/.exec(text)?.[1] ?? []);
  return seconds.length === 0
    ? defaultMs
    : Math.min(...seconds.map((text) => Number(text) * 1000), MAX_AGE_MS);
}
