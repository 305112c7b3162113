import type { IncomingHttpHeaders } from "node:http";
import { MAX_AGE_MS } from "./sharing.ts";

/**
 * How old an answer a viewer accepts, in milliseconds, by the standard request header
 * `Cache-Control`: `no-cache` none at all, `max-age=9` one of less than 9 s. A viewer that does
 * not say accepts `defaultMs`.
 */
export function acceptedAgeMs(headers: IncomingHttpHeaders, defaultMs: number): number {
  const directives = (headers["cache-control"] ?? "")
    .split(",")
    .map((directive) => directive.trim().toLowerCase());
  if (directives.includes("no-cache") || directives.includes("no-store")) return 0;
  const seconds = directives.flatMap((text) => /^max-age=(\d{1,9})$/.exec(text)?.[1] ?? []);
  return seconds.length === 0
    ? defaultMs
    : Math.min(...seconds.map((text) => Number(text) * 1000), MAX_AGE_MS);
}
