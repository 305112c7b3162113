import type { IncomingMessage } from "node:http";
import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";

/** What the proxy's middleware knows of a request. */
export interface ProxyEnv {
  Bindings: HttpBindings;
  /** For the log; each is set as soon as it is known. */
  Variables: Partial<{
    /** `GET /sip/{id}`: the template, never the path. */
    operation: string;
    /** Milliseconds that the upstream took. */
    upstreamMs: number;
    /** Why there is no good answer, and an error's code. */
    problem: string;
    reason: string | undefined;
  }>;
}

export type ProxyContext = Context<ProxyEnv>;

/**
 * The path exactly as it came over the wire: not decoded, dots not resolved. Hono routes by it
 * too, so that what is matched is what was sent.
 */
export function rawPath({ url = "" }: IncomingMessage): string {
  return url.split("?", 1)[0] ?? "";
}

/** What follows the first `?`, raw. */
export function rawQuery({ url = "" }: IncomingMessage): string {
  const at = url.indexOf("?");
  return at === -1 ? "" : url.slice(at + 1);
}
