import type { Operation } from "#api/operation.ts";
import type { Leaving } from "./incoming.ts";
import { isSuccess } from "./isSuccess.ts";
import { ProxyError } from "./proxyError.ts";
import { before, promised } from "./taker.ts";
import type { Answer, Outgoing, Upstream } from "./upstream.ts";

/** The longest that an answer is kept, in milliseconds, for those who accept one that old. */
export const MOST_AGE_MS = 60_000;
/**
 * Milliseconds for which everybody accepts an answer, whatever they ask for: else a page that asks
 * past the cache again and again would cost the provider as many requests.
 */
export const LEAST_AGE_MS = 1_000;
/** Answers kept at most: a list of 5,000 accounts is 50 pages. */
export const MOST_KEPT = 300;
/** Larger answers are not kept, in bytes: a page of 100 statuses is a tenth of it. */
const MOST_BYTES = 256 * 1024;

export interface SharedAnswer {
  answer: Answer;
  /**
   * Milliseconds since it was asked for. Counted from there and not from its arrival: what it
   * tells may be as old as that.
   */
  ageMs: number;
}

export interface Sharing {
  /** The upstream itself. A write that went through it leaves nothing kept from before. */
  pass: Upstream;
  /**
   * An answer for one of many viewers: a kept one that is younger than `acceptMs`, or than a
   * second, else that of the request in flight, else of a new one. So the upstream sees one request at a time,
   * whoever asks. Throws what the upstream throws, and `ProxyError` when `signal` aborts.
   */
  share(
    op: Operation,
    outgoing: Outgoing,
    acceptMs: number,
    signal: Leaving,
  ): Promise<SharedAnswer>;
}

/** One upstream request and those who wait for it. */
interface Flight {
  sentAt: number;
  answer: Promise<Answer>;
  waiting: number;
  /** Ends the request when nobody waits any more. */
  controller: AbortController;
  /** A write ended since it was sent: what it brings may be from before. */
  outdated: boolean;
}

type Kept = Pick<SharedAnswer, "answer"> & Pick<Flight, "sentAt">;

/**
 * Lets viewers share answers; `now` is a clock in milliseconds. The wall clock, for a monotonic
 * one stands while the machine sleeps; what it makes come from the future is not kept.
 */
export function createSharing(upstream: Upstream, now = Date.now): Sharing {
  const kept = createKept(now);
  const flights = new Map<string, Flight>();
  const forget = (key: string, flight: Flight) => {
    if (flights.get(key) === flight) flights.delete(key);
  };

  const send = (key: string, op: Operation, outgoing: Outgoing): Flight => {
    const controller = new AbortController();
    const sentAt = now();
    const asked = promised<Answer>((taker) => upstream(outgoing, controller.signal, taker));
    const answer = asked.then((got) => {
      if (!flight.outdated && isSuccess(op, got)) kept.add(key, { answer: got, sentAt });
      return got;
    });
    const flight: Flight = { sentAt, answer, waiting: 0, controller, outdated: false };
    flights.set(key, flight);
    // Before those who wait hear of it, so that none of them joins a request that is over.
    flight.answer = answer.finally(() => forget(key, flight));
    return flight;
  };

  const join = async (key: string, flight: Flight, signal: Leaving) => {
    flight.waiting++;
    try {
      const answer = await unlessGone(flight.answer, signal);
      return { answer, ageMs: Math.max(0, now() - flight.sentAt) };
    } finally {
      flight.waiting--;
      if (flight.waiting === 0 && flights.get(key) === flight) {
        flights.delete(key);
        flight.controller.abort();
      }
    }
  };

  const outdate = () => {
    kept.clear();
    for (const flight of flights.values()) flight.outdated = true;
  };

  return {
    pass: (outgoing, signal, taker) =>
      // Also after a failure: the write may have been done.
      upstream(outgoing, signal, outgoing.method === "GET" ? taker : before(outdate, taker)),
    share: async (op, outgoing, acceptMs, signal) => {
      // Whatever goes up may change the answer; the sandbox's office is among the headers.
      const key = JSON.stringify([outgoing.method, outgoing.target, outgoing.headers]);
      for (;;) {
        if (signal.aborted) throw gone();
        const known = kept.get(key);
        const ageMs = known === undefined ? Infinity : now() - known.sentAt;
        if (known !== undefined && ageMs < Math.max(acceptMs, LEAST_AGE_MS)) {
          return { answer: known.answer, ageMs };
        }
        const flight = flights.get(key);
        if (flight?.outdated !== true) {
          return join(key, flight ?? send(key, op, outgoing), signal);
        }
        // Asked for after a write: its answer would be too old, and a second one too many.
        await unlessGone(
          flight.answer.catch(() => undefined),
          signal,
        );
      }
    },
  };
}

/** Keeps the newest answers. Those past any use leave at the next look at it. */
function createKept(now: () => number) {
  const entries = new Map<string, Kept>();
  const clean = () => {
    for (const [key, { sentAt }] of entries) {
      const ageMs = now() - sentAt;
      if (ageMs < 0 || ageMs >= MOST_AGE_MS) entries.delete(key);
    }
  };
  return {
    get: (key: string) => {
      clean();
      return entries.get(key);
    },
    add: (key: string, entry: Kept) => {
      if (entry.answer.body.length > MOST_BYTES) return;
      // Moves it to the end: the map's order is the order of arrival.
      entries.delete(key);
      entries.set(key, entry);
      const [oldest] = entries.keys();
      if (entries.size > MOST_KEPT && oldest !== undefined) entries.delete(oldest);
    },
    clear: () => entries.clear(),
  };
}

/** Ends the request of a viewer who has left: nobody reads it. */
function gone(): ProxyError {
  return new ProxyError("upstream-unreachable", "The viewer left.", { cause: "left" });
}

/** What `promise` gives, unless the viewer leaves before. */
function unlessGone<T>(promise: Promise<T>, signal: Leaving): Promise<T> {
  return new Promise((resolve, reject) => {
    const leave = () => reject(gone());
    signal.addEventListener("abort", leave);
    const stay = () => signal.removeEventListener("abort", leave);
    promise.then(resolve, reject).finally(stay);
  });
}
