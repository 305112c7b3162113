import type { Dispatcher } from "undici";
import type { Method } from "#api/operation.ts";
import { withTimeout } from "./abort.ts";
import { decodeBody } from "./decode.ts";
import { dispatcherTo, type Network } from "./dispatcher.ts";
import { isBroken, toProxyError, unacceptable } from "./upstreamError.ts";

/** Limits of one upstream request. */
export interface Limits {
  /** Milliseconds to connect. */
  connectMs: number;
  /** Milliseconds for the whole response, connecting included. */
  totalMs: number;
  /** Maximum size of a response body in bytes, encoded and decoded. */
  maxResponseBytes: number;
}
export const LIMITS: Limits = {
  connectMs: 5_000,
  // Shorter than the app's own timeout, so that the proxy can report its reason.
  totalMs: 12_000,
  // All responses in flight have to fit into memory.
  maxResponseBytes: 8_000_000,
};

/** Connections to the upstream; each carries one request at a time. */
export const MAX_UPSTREAM_CONNECTIONS = 32;

export interface UpstreamRequest {
  method: Method;
  /** Path and query, sent unchanged. */
  target: string;
  headers: Record<string, string>;
  body: Buffer | undefined;
}

type UsedHeader = "content-type" | "location" | "retry-after";

export interface UpstreamResponse {
  status: number;
  /** Only the headers that the proxy uses. */
  headers: Partial<Record<UsedHeader, string | undefined>>;
  body: Buffer;
}

/** Throws `ProxyError` (502, 504) without an acceptable response, or when `signal` aborts. */
export type Upstream = (request: UpstreamRequest, signal: AbortSignal) => Promise<UpstreamResponse>;

/**
 * Creates the one function that sends requests to the provider (or the sandbox) at `url`. It
 * follows no redirects. It retries only a read whose connection broke before the response began,
 * once, on a new connection.
 */
export function createUpstream(
  url: string,
  limits: Limits = LIMITS,
  network: Network = {},
): Upstream {
  const { origin, pathname } = new URL(url);
  const prefix = pathname.replace(/\/+$/, "");
  const poolOptions = { ...limits, maxConnections: MAX_UPSTREAM_CONNECTIONS };
  const keepAlivePool = dispatcherTo(origin, true, poolOptions, network);
  const singleUsePool = dispatcherTo(origin, false, poolOptions, network);

  const send = async (request: UpstreamRequest, signal: AbortSignal) => {
    const { target, method, headers, body } = request;
    // undici sends the body of a GET, with its Content-Length; fetch refuses to.
    const options = { origin, path: prefix + target, method, headers, body, signal };
    const response = await keepAlivePool.request(options).catch((error: unknown) => {
      if (method !== "GET" || signal.aborted || !isBroken(error)) throw error;
      return singleUsePool.request(options);
    });
    return read(response, limits.maxResponseBytes);
  };

  return async (request, client) => {
    try {
      // undici checks its signal only once it has a connection.
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
  const encoded = Buffer.from(await body.arrayBuffer());
  const encoding = [headers["content-encoding"] ?? []].flat().join(",");
  const decoded = await decodeBody(encoded, encoding, maxBytes).catch(() => {
    throw unacceptable("CONTENT_ENCODING");
  });
  return {
    status,
    headers: {
      "content-type": first(headers["content-type"]),
      location: first(headers["location"]),
      "retry-after": toSeconds(first(headers["retry-after"]), first(headers["date"])),
    },
    body: decoded,
  };
}

/**
 * Converts a `Retry-After` date into seconds since the response's own `Date`, because the client's
 * clock may differ. Returns any other value unchanged.
 */
function toSeconds(retryAfter: string | undefined, date = ""): string | undefined {
  if (retryAfter === undefined || !/^[A-Z]/.test(retryAfter)) return retryAfter;
  const seconds = Math.ceil((Date.parse(retryAfter) - Date.parse(date)) / 1000);
  return Number.isNaN(seconds) ? retryAfter : String(Math.max(0, seconds));
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
