import type { HttpBindings } from "@hono/node-server";
import type { Context } from "hono";

/** Hono's environment; without Node's own request (in a test) the parsed URL stands in. */
export interface ProxyEnv {
  Bindings: Partial<HttpBindings>;
}

/** The browser's request as the proxy looks at it. */
export interface Incoming {
  method: string;
  /** The path exactly as it came over the wire: not decoded, dots not resolved. */
  rawPath: string;
  /** What follows the first `?`, raw. */
  rawQuery: string;
  headers: Headers;
  body: ReadableStream<Uint8Array> | null;
  /** Aborted when the browser goes away. */
  signal: AbortSignal;
}

/** Reads Hono's context without trusting its normalised URL. */
export function incomingOf(c: Context<ProxyEnv>): Incoming {
  const { raw } = c.req;
  const { pathname, search } = new URL(raw.url);
  const target = c.env?.incoming?.url ?? pathname + search;
  const at = target.indexOf("?");
  return {
    method: raw.method,
    rawPath: at === -1 ? target : target.slice(0, at),
    rawQuery: at === -1 ? "" : target.slice(at + 1),
    headers: raw.headers,
    body: raw.body,
    signal: raw.signal,
  };
}
