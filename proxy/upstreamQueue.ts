import { clientLeft } from "./abort.ts";
import { ProxyError } from "./proxyError.ts";
import { MAX_UPSTREAM_CONNECTIONS, type Upstream } from "./upstream.ts";

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

/**
 * Sends no more than some requests at one time to the upstream, and lets some more wait. The rest
 * is refused (503) before anything of it is sent.
 */
export function withQueue(upstream: Upstream, limits: QueueLimits = QUEUE_LIMITS): Upstream {
  const waiting = new Set<() => void>();
  let running = 0;

  /** Waits until a request that ends hands over its place. */
  const turn = (signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const leave = (): void => {
        waiting.delete(start);
        clearTimeout(timer);
        signal.removeEventListener("abort", abort);
      };
      const start = () => {
        leave();
        resolve();
      };
      const abort = () => {
        leave();
        reject(clientLeft());
      };
      const timer = setTimeout(() => {
        leave();
        reject(overloaded());
      }, limits.waitMs);
      signal.addEventListener("abort", abort);
      waiting.add(start);
    });

  return async (request, signal) => {
    if (running < limits.running) running++;
    else if (waiting.size < limits.waiting) await turn(signal);
    else throw overloaded();
    try {
      return await upstream(request, signal);
    } finally {
      const [next] = waiting;
      if (next === undefined) running--;
      else next();
    }
  };
}

function overloaded(): ProxyError {
  const headers = { "retry-after": RETRY_AFTER_SECONDS };
  return new ProxyError("overloaded", "Too many requests wait for Plusofon.", { headers });
}
