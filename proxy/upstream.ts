import type { Dispatcher } from "undici";
import type { Method } from "#api/operation.ts";
import { withTimeout } from "./abort.ts";
import { decoded } from "./decode.ts";
import { dispatcherTo, type Network } from "./dispatcher.ts";
import { isBroken, toProxyError, unacceptable } from "./upstreamError.ts";

/** Limits of one upstream request. */
export interface Limits {
  /** Milliseconds to connect. */
  connectMs: number;
  /** Milliseconds until the whole answer is there, connecting included. */
  totalMs: number;
  /** Bytes of an answer's body, as it comes and unpacked. */
  answerBytes: number;
}
export const LIMITS: Limits = {
  connectMs: 5_000,
  // Less than the browser's own patience, so that it hears the proxy's reason.
  totalMs: 12_000,
  // All that come at one time have to fit into memory.
  answerBytes: 8_000_000,
};

/** Connections to the upstream; each carries one request at a time. */
export const MAX_UPSTREAM_CONNECTIONS = 32;

export interface UpstreamRequest {
  method: Method;
  /** Path and query, sent literally. */
  target: string;
  headers: Record<string, string>;
  body: Buffer | undefined;
}

type ReadHeader = "content-type" | "location" | "retry-after";

export interface UpstreamResponse {
  status: number;
  /** Those that the proxy looks at. */
  headers: Partial<Record<ReadHeader, string | undefined>>;
  body: Buffer;
}

/** Throws `ProxyError` (502, 504) when there is no acceptable answer, or `signal` aborts. */
export type Upstream = (request: UpstreamRequest, signal: AbortSignal) => Promise<UpstreamResponse>;

/**
 * Gives the one function that talks to the provider (or the sandbox) at `url`. It follows no
 * redirect, and repeats nothing but a read whose connection broke before an answer began: that one
 * once, on a new connection.
 */
export function createUpstream(
  url: string,
  limits: Limits = LIMITS,
  network: Network = {},
): Upstream {
  const { origin, pathname } = new URL(url);
  const prefix = pathname.replace(/\/+$/, "");
  const connecting = { ...limits, connections: MAX_UPSTREAM_CONNECTIONS };
  const kept = dispatcherTo(origin, true, connecting, network);
  const fresh = dispatcherTo(origin, false, connecting, network);

  const send = async (request: UpstreamRequest, signal: AbortSignal) => {
    const { target, method, headers, body } = request;
    // undici sends a body with GET too, with its Content-Length; fetch refuses to.
    const options = { origin, path: prefix + target, method, headers, body, signal };
    const response = await kept.request(options).catch((error: unknown) => {
      if (method !== "GET" || signal.aborted || !isBroken(error)) throw error;
      return fresh.request(options);
    });
    return read(response, limits.answerBytes);
  };

  return async (request, client) => {
    try {
      // undici looks at its signal only once it has a connection.
      return await withTimeout(limits.totalMs, client, (signal) => send(request, signal));
    } catch (error) {
      throw toProxyError(error);
    }
  };
}

async function read(
  { statusCode: status, headers, body }: Dispatcher.ResponseData,
  maxBytes: number,
): Promise<UpstreamResponse> {
  if (status >= 300 && (status < 400 || status > 599)) {
    body.on("error", () => undefined).destroy();
    throw unacceptable(`HTTP_${status}`);
  }
  const packed = Buffer.from(await body.arrayBuffer());
  const encoding = [headers["content-encoding"] ?? []].flat().join(",");
  const unpacked = await decoded(packed, encoding, maxBytes).catch(() => {
    throw unacceptable("CONTENT_ENCODING");
  });
  return {
    status,
    headers: {
      "content-type": first(headers["content-type"]),
      location: first(headers["location"]),
      "retry-after": inSeconds(first(headers["retry-after"]), first(headers["date"])),
    },
    body: unpacked,
  };
}

/**
 * Turns a `Retry-After` date into seconds from the answer's own `Date`, because the browser has
 * another clock. Any other value stays as it is.
 */
function inSeconds(retryAfter: string | undefined, date = ""): string | undefined {
  if (retryAfter === undefined || !/^[A-Z]/.test(retryAfter)) return retryAfter;
  const seconds = Math.ceil((Date.parse(retryAfter) - Date.parse(date)) / 1000);
  return Number.isNaN(seconds) ? retryAfter : String(Math.max(0, seconds));
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
