import { clientLeft, untilAborted } from "./abort.ts";
import type { UpstreamResponse } from "./upstream.ts";

/** The longest that an answer is kept, in milliseconds, for those who accept one that old. */
export const MAX_AGE_MS = 60_000;
/**
 * Milliseconds for which everybody accepts an answer, whatever they ask for: else a page that asks
 * past the cache again and again would cost the provider as many requests.
 */
export const MIN_AGE_MS = 1_000;
/** Answers kept at most: a list of 5,000 accounts is 50 pages. */
export const MAX_KEPT = 300;
/** Larger answers are not kept, in bytes: a page of 100 statuses is a tenth of it. */
const MAX_BYTES = 256 * 1024;

export interface SharedResponse {
  response: UpstreamResponse;
  /**
   * Milliseconds since it was asked for. Counted from there and not from its arrival: what it
   * says may be as old as that.
   */
  ageMs: number;
}

/** What a viewer asks for: `key` names the answer, `acceptMs` is the age that is good enough. */
export interface SharedRequest {
  key: string;
  acceptMs: number;
  /** Aborts when the viewer leaves. */
  signal: AbortSignal;
  /** Asks the upstream; only a good answer is kept for others. */
  load: (signal: AbortSignal) => Promise<{ response: UpstreamResponse; isGood: boolean }>;
}

export interface Sharing {
  /**
   * An answer for one of many viewers: a kept one that is younger than `acceptMs`, or than a
   * second, else that of the request in flight, else of a new one. So the upstream sees one
   * request at a time, however many viewers ask. Throws what `load` throws, and `ProxyError` when `signal` aborts.
   */
  share: (request: SharedRequest) => Promise<SharedResponse>;
  /** Drops all that is kept, or on its way, from before a write. */
  invalidate: () => void;
}

/** One upstream request and those who wait for it. */
interface Flight {
  sentAt: number;
  response: Promise<UpstreamResponse>;
  waiting: number;
  /** Ends the request when nobody waits any more. */
  controller: AbortController;
  /** A write ended since it was sent: what it brings may be from before. */
  outdated: boolean;
}

type Kept = Pick<SharedResponse, "response"> & Pick<Flight, "sentAt">;

/**
 * Lets viewers share answers; `now` is a clock in milliseconds. The wall clock, for a monotonic
 * one stands while the machine sleeps; what it makes come from the future is not kept.
 */
export function createSharing(now = Date.now): Sharing {
  const kept = createKept(now);
  const flights = new Map<string, Flight>();

  const send = ({ key, load }: SharedRequest): Flight => {
    const controller = new AbortController();
    const sentAt = now();
    const loading = load(controller.signal).then(({ response, isGood }) => {
      if (isGood && !flight.outdated) kept.add(key, { response, sentAt });
      return response;
    });
    // Before those who wait get it, so that none of them joins a request that is over.
    const response = loading.finally(() => forget(key, flight));
    const flight: Flight = { sentAt, response, waiting: 0, controller, outdated: false };
    flights.set(key, flight);
    return flight;
  };
  const forget = (key: string, flight: Flight) => {
    if (flights.get(key) === flight) flights.delete(key);
  };

  const join = async (key: string, flight: Flight, signal: AbortSignal) => {
    flight.waiting++;
    try {
      const response = await unlessLeft(flight.response, signal);
      return { response, ageMs: Math.max(0, now() - flight.sentAt) };
    } finally {
      flight.waiting--;
      if (flight.waiting === 0 && flights.get(key) === flight) {
        flights.delete(key);
        flight.controller.abort();
      }
    }
  };

  return {
    share: async (request) => {
      const { key, acceptMs, signal } = request;
      for (;;) {
        if (signal.aborted) throw clientLeft();
        const hit = kept.get(key);
        const ageMs = hit === undefined ? Infinity : now() - hit.sentAt;
        if (hit !== undefined && ageMs < Math.max(acceptMs, MIN_AGE_MS)) {
          return { response: hit.response, ageMs };
        }
        const flight = flights.get(key);
        if (flight?.outdated !== true) return join(key, flight ?? send(request), signal);
        // Asked for after a write: its answer would be too old, and a second one too many.
        await unlessLeft(
          flight.response.catch(() => undefined),
          signal,
        );
      }
    },
    invalidate: () => {
      kept.clear();
      for (const flight of flights.values()) flight.outdated = true;
    },
  };
}

/** Keeps the newest answers. Those past any use are dropped at the next look at it. */
function createKept(now: () => number) {
  const entries = new Map<string, Kept>();
  const dropOld = () => {
    for (const [key, { sentAt }] of entries) {
      const ageMs = now() - sentAt;
      if (ageMs < 0 || ageMs >= MAX_AGE_MS) entries.delete(key);
    }
  };
  return {
    get: (key: string) => {
      dropOld();
      return entries.get(key);
    },
    add: (key: string, entry: Kept) => {
      if (entry.response.body.length > MAX_BYTES) return;
      // Moves it to the end: the map's order is the order of arrival.
      entries.delete(key);
      entries.set(key, entry);
      const [oldest] = entries.keys();
      if (entries.size > MAX_KEPT && oldest !== undefined) entries.delete(oldest);
    },
    clear: () => entries.clear(),
  };
}

/** What `promise` gives, unless the viewer leaves before. */
async function unlessLeft<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  try {
    return await untilAborted(promise, signal);
  } catch (error) {
    throw signal.aborted ? clientLeft() : error;
  }
}
