import type { Dispatcher } from "undici";
import type { Method } from "#api/operation.ts";
import { decoded } from "./decode.ts";
import { dispatcherTo, type Network } from "./dispatcher.ts";
import { joined, type Leaving } from "./incoming.ts";
import type { Taker } from "./taker.ts";
import { GivenUp, isBroken, refusalOf } from "./upstreamError.ts";

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

export interface Outgoing {
  method: Method;
  /** Path and query, sent literally. */
  target: string;
  headers: Record<string, string>;
  body: Buffer | undefined;
}

type ReadHeader = "content-type" | "location" | "retry-after";

export interface Answer {
  status: number;
  /** Those that the proxy looks at. */
  headers: Partial<Record<ReadHeader, string | undefined>>;
  body: Buffer;
}

/** Fails with `ProxyError` (502, 504) when there is no acceptable answer. */
export type Upstream = (request: Outgoing, signal: Leaving, taker: Taker<Answer>) => void;

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
  const options = { ...limits, connections: MAX_UPSTREAM_CONNECTIONS };
  const kept = dispatcherTo(origin, true, options, network);
  const fresh = dispatcherTo(origin, false, options, network);
  const ask = async (
    { target, method, headers, body }: Outgoing,
    signal: AbortSignal,
  ): Promise<Answer> => {
    // undici sends a body with GET too, with its Content-Length; fetch refuses to.
    const outgoing = { origin, path: prefix + target, method, headers, body, signal };
    const response = await kept.request(outgoing).catch((error: unknown) => {
      if (method !== "GET" || signal.aborted || !isBroken(error)) throw error;
      return fresh.request(outgoing);
    });
    return answerOf(response, limits.answerBytes);
  };
  return (request, leaving, taker) => {
    const asking = unlessLate(limits.totalMs, leaving, (signal) => ask(request, signal));
    void asking.then(taker.take, (error: unknown) => taker.fail(refusalOf(error)));
  };
}

/** What `act` gives, unless the time is up or the one who asked leaves: both end it. */
async function unlessLate<T>(
  ms: number,
  leaving: Leaving,
  act: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const { signal } = controller;
  const leave = () => controller.abort(new GivenUp("left"));
  const timer = setTimeout(() => controller.abort(new GivenUp("TIMEOUT")), ms);
  leaving.addEventListener("abort", leave);
  if (leaving.aborted) leave();
  try {
    signal.throwIfAborted();
    // undici hears of the signal only once it has a connection.
    const aborted = new Promise<never>((_, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason));
    });
    return await Promise.race([act(signal), aborted]);
  } finally {
    clearTimeout(timer);
    leaving.removeEventListener("abort", leave);
  }
}

async function answerOf(
  { statusCode: status, headers, body }: Dispatcher.ResponseData,
  most: number,
): Promise<Answer> {
  if (status >= 300 && (status < 400 || status > 599)) {
    body.on("error", () => undefined).destroy();
    throw new GivenUp(`HTTP_${status}`);
  }
  const chunks: Buffer[] = [];
  for await (const chunk of body) chunks.push(chunk as Buffer);
  const encoding = [headers["content-encoding"] ?? []].flat().join(",");
  const unpacked = await decoded(joined(chunks), encoding, most).catch(() => {
    throw new GivenUp("CONTENT_ENCODING");
  });
  return {
    status,
    headers: {
      "content-type": first(headers["content-type"]),
      location: first(headers["location"]),
      "retry-after": waitIn(first(headers["retry-after"]), first(headers["date"])),
    },
    body: unpacked,
  };
}

/**
 * A date to come again at as seconds from the answer's own `Date`: whoever reads it further down has
 * another clock. Any other value stays as it is.
 */
function waitIn(retryAfter: string | undefined, date = ""): string | undefined {
  if (retryAfter === undefined || !/^[A-Z]/.test(retryAfter)) return retryAfter;
  const seconds = Math.ceil((Date.parse(retryAfter) - Date.parse(date)) / 1000);
  return Number.isNaN(seconds) ? retryAfter : String(Math.max(0, seconds));
}

function first(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
