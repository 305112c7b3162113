import { clientDisconnected } from "./abort.ts";
import { ProxyError } from "./proxyError.ts";
import { MAX_UPSTREAM_CONNECTIONS, type Upstream } from "./upstream.ts";

export interface QueueLimits {
  /** Maximum number of upstream requests in flight. */
  running: number;
  /** Maximum number of queued requests. */
  waiting: number;
  /** Maximum milliseconds in the queue. */
  waitMs: number;
}
export const QUEUE_LIMITS: QueueLimits = {
  running: MAX_UPSTREAM_CONNECTIONS,
  waiting: 256,
  // With the upstream timeout still less than the app's own timeout.
  waitMs: 2_500,
};

const RETRY_AFTER_SECONDS = "2";

/**
 * Limits the number of upstream requests in flight and queues some more. Any further request gets a
 * 503 before anything of it is sent.
 */
export function withQueue(upstream: Upstream, limits: QueueLimits = QUEUE_LIMITS): Upstream {
  const waiting = new Set<() => void>();
  let running = 0;

  /** Waits until a finished request hands over its slot. */
  const waitForSlot = (signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      const dequeue = (): void => {
        waiting.delete(start);
        clearTimeout(timer);
        signal.removeEventListener("abort", abort);
      };
      const start = () => {
        dequeue();
        resolve();
      };
      const abort = () => {
        dequeue();
        reject(clientDisconnected());
      };
      const timer = setTimeout(() => {
        dequeue();
        reject(overloaded());
      }, limits.waitMs);
      signal.addEventListener("abort", abort);
      waiting.add(start);
    });

  return async (request, signal) => {
    if (running < limits.running) running++;
    else if (waiting.size < limits.waiting) await waitForSlot(signal);
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
