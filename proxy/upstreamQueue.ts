import { Deadlines } from "./deadlines.ts";
import type { Leaving } from "./incoming.ts";
import { ProxyError } from "./proxyError.ts";
import { before, type Taker } from "./taker.ts";
import { type Answer, MAX_UPSTREAM_CONNECTIONS, type Outgoing, type Upstream } from "./upstream.ts";

export interface QueueLimits {
  /** Requests that the upstream answers at one time. */
  running: number;
  /** Requests that wait for one of those to end. */
  waiting: number;
  /** Milliseconds that a request waits. */
  waitMs: number;
}
export const QUEUE_LIMITS: QueueLimits = {
  running: MAX_UPSTREAM_CONNECTIONS,
  waiting: 256,
  // With the upstream's own time it is less than the browser's patience.
  waitMs: 2_500,
};

const RETRY_AFTER_SECONDS = "2";

interface Waiting {
  outgoing: Outgoing;
  signal: Leaving;
  taker: Taker<Answer>;
  leave: () => void;
}

/**
 * Sends no more than some requests at one time to the upstream, and lets some more wait. The rest
 * is refused (503) before anything of it is sent.
 */
export function withQueue(upstream: Upstream, limits: QueueLimits = QUEUE_LIMITS): Upstream {
  const queue = new Set<Waiting>();
  const deadlines = new Deadlines<Waiting>(limits.waitMs, (late) => {
    remove(late);
    late.taker.fail(overloaded());
  });
  let running = 0;

  const start: Upstream = (outgoing, signal, taker) => {
    running++;
    upstream(outgoing, signal, before(finish, taker));
  };
  const finish = () => {
    running--;
    const [next] = queue;
    if (next === undefined) return;
    remove(next);
    start(next.outgoing, next.signal, next.taker);
  };
  const add = (outgoing: Outgoing, signal: Leaving, taker: Taker<Answer>) => {
    const leave = () => {
      remove(waiting);
      taker.fail(new ProxyError("upstream-unreachable", "The viewer left.", { cause: "left" }));
    };
    const waiting: Waiting = { outgoing, signal, taker, leave };
    queue.add(waiting);
    deadlines.add(waiting);
    signal.addEventListener("abort", leave);
  };
  const remove = (waiting: Waiting) => {
    queue.delete(waiting);
    deadlines.delete(waiting);
    waiting.signal.removeEventListener("abort", waiting.leave);
  };

  return (outgoing, signal, taker) => {
    if (running < limits.running) start(outgoing, signal, taker);
    else if (queue.size < limits.waiting) add(outgoing, signal, taker);
    else taker.fail(overloaded());
  };
}

function overloaded(): ProxyError {
  const headers = { "retry-after": RETRY_AFTER_SECONDS };
  return new ProxyError("overloaded", "Too many requests wait for Plusofon.", { headers });
}
