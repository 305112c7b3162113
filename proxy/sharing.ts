import { clientDisconnected, untilAborted } from "./abort.ts";
import type { UpstreamResponse } from "./upstream.ts";

/** Maximum age of a cached response, in milliseconds, for clients that accept one that old. */
export const MAX_AGE_MS = 60_000;
/**
 * Up to this age, in milliseconds, a cached response serves every request, whatever its
 * `Cache-Control`: otherwise a page that keeps bypassing the cache would cost the provider as many
 * requests.
 */
export const MIN_AGE_MS = 1_000;
/** Maximum number of cached responses: a list of 5,000 accounts is 50 pages. */
export const MAX_CACHED = 300;
/** Maximum size of a cached response, in bytes: ten times a page of 100 statuses. */
const MAX_BYTES = 256 * 1024;

export interface SharedResponse {
  response: UpstreamResponse;
  /**
   * Milliseconds since the upstream request was sent, not since the response arrived: its data may
   * be as old as the request.
   */
  ageMs: number;
}

/** A client's request: `key` identifies the response, `maxAgeMs` is the age it accepts. */
export interface SharedRequest {
  key: string;
  maxAgeMs: number;
  /** Aborts when the client disconnects. */
  signal: AbortSignal;
  /** Sends the upstream request; only cacheable responses are cached for other clients. */
  load: (signal: AbortSignal) => Promise<{ response: UpstreamResponse; isCacheable: boolean }>;
}

export interface Sharing {
  /**
   * Returns a cached response younger than `maxAgeMs` (or a second), else that of the request in
   * flight, else that of a new request. So the upstream gets one request at a time, however many
   * clients ask. Throws what `load` throws, and `ProxyError` when `signal` aborts.
   */
  share: (request: SharedRequest) => Promise<SharedResponse>;
  /** Drops all cached responses, and those in flight, because of a write. */
  invalidate: () => void;
}

/** One upstream request in flight. */
interface Flight {
  sentAt: number;
  response: Promise<UpstreamResponse>;
  /** Clients that wait for the response. */
  clients: number;
  /** Aborts the request once no client waits for it. */
  controller: AbortController;
  /** A write ended since it was sent: its response may be outdated. */
  isStale: boolean;
}

type CachedResponse = Pick<SharedResponse, "response"> & Pick<Flight, "sentAt">;

/**
 * Shares responses between clients; `now` is a clock in milliseconds. It is the wall clock because
 * a monotonic one stands still while the machine sleeps; entries from the future are dropped.
 */
export function createSharing(now = Date.now): Sharing {
  const cache = createCache(now);
  const flights = new Map<string, Flight>();

  const send = ({ key, load }: SharedRequest): Flight => {
    const controller = new AbortController();
    const sentAt = now();
    const loading = load(controller.signal).then(({ response, isCacheable }) => {
      if (isCacheable && !flight.isStale) cache.add(key, { response, sentAt });
      return response;
    });
    // Before the waiting clients get it, so that none of them joins a finished request.
    const response = loading.finally(() => forget(key, flight));
    const flight: Flight = { sentAt, response, clients: 0, controller, isStale: false };
    flights.set(key, flight);
    return flight;
  };
  const forget = (key: string, flight: Flight) => {
    if (flights.get(key) === flight) flights.delete(key);
  };

  const waitFor = async (key: string, flight: Flight, signal: AbortSignal) => {
    flight.clients++;
    try {
      const response = await unlessDisconnected(flight.response, signal);
      return { response, ageMs: Math.max(0, now() - flight.sentAt) };
    } finally {
      flight.clients--;
      if (flight.clients === 0 && flights.get(key) === flight) {
        flights.delete(key);
        flight.controller.abort();
      }
    }
  };

  return {
    share: async (request) => {
      const { key, maxAgeMs, signal } = request;
      for (;;) {
        if (signal.aborted) throw clientDisconnected();
        const cached = cache.get(key);
        const ageMs = cached === undefined ? Infinity : now() - cached.sentAt;
        if (cached !== undefined && ageMs < Math.max(maxAgeMs, MIN_AGE_MS)) {
          return { response: cached.response, ageMs };
        }
        const flight = flights.get(key);
        if (flight?.isStale !== true) return waitFor(key, flight ?? send(request), signal);
        // The request in flight was sent before a write: wait for it instead of sending a second
        // one.
        await unlessDisconnected(
          flight.response.catch(() => undefined),
          signal,
        );
      }
    },
    invalidate: () => {
      cache.clear();
      for (const flight of flights.values()) flight.isStale = true;
    },
  };
}

/** Caches the newest responses. Expired ones are dropped on the next read. */
function createCache(now: () => number) {
  const entries = new Map<string, CachedResponse>();
  const dropExpired = () => {
    for (const [key, { sentAt }] of entries) {
      const ageMs = now() - sentAt;
      if (ageMs < 0 || ageMs >= MAX_AGE_MS) entries.delete(key);
    }
  };
  return {
    get: (key: string) => {
      dropExpired();
      return entries.get(key);
    },
    add: (key: string, entry: CachedResponse) => {
      if (entry.response.body.length > MAX_BYTES) return;
      // Moves it to the end: the map is in order of arrival.
      entries.delete(key);
      entries.set(key, entry);
      const [oldest] = entries.keys();
      if (entries.size > MAX_CACHED && oldest !== undefined) entries.delete(oldest);
    },
    clear: () => entries.clear(),
  };
}

/** Resolves as `promise` does, unless the client disconnects first. */
async function unlessDisconnected<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await untilAborted(promise, signal);
  } catch (error) {
    throw signal.aborted ? clientDisconnected() : error;
  }
}
