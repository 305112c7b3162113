import type { IncomingMessage } from "node:http";
import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";
import type { Role } from "#api/access.ts";

/** Who sent a request. */
export interface User {
  id: string;
  /** As the journal names them. */
  name: string;
  role: Role;
  /** Undefined where a web server in front signs people in. */
  session:
    | { id: string; /** When its password was typed last; ms. */ verifiedAt: number }
    | undefined;
}

/** The Hono environment of the proxy's middleware. */
export interface ProxyEnv {
  Bindings: HttpBindings;
  /** Each is set as soon as it is known; most are for the log. */
  Variables: Partial<{
    /** Set by `authorize`. */
    user: User;
    /** `GET /sip/{id}`: the template, never the path. */
    operation: string;
    /** As in the response's `X-Request-Id`. */
    requestId: string;
    /** Duration of the upstream request, in milliseconds. */
    upstreamMs: number;
    /** Why the request failed: a problem's name and an error code. */
    problem: string;
    reason: string | undefined;
  }>;
}

export type ProxyContext = Context<ProxyEnv>;

/**
 * The path exactly as received: not decoded, dots not resolved. Hono routes by it too, so that the
 * path matched is the path sent.
 */
export function rawPath({ url = "" }: IncomingMessage): string {
  return url.split("?", 1)[0] ?? "";
}

/** The query string, raw and without its `?`. */
export function rawQuery({ url = "" }: IncomingMessage): string {
  const at = url.indexOf("?");
  return at === -1 ? "" : url.slice(at + 1);
}
