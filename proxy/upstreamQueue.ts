import { clientDisconnected } from "./abort.ts";
import { ProxyError } from "./proxyError.ts";
import { MAX_UPSTREAM_CONNECTIONS } from "./upstream.ts";

export interface QueueLimits {
  /** Maximum number that run at the same time. */
  running: number;
  /** Maximum number that wait. */
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
 * Limits how much of something (requests to the upstream, say) runs at the same time, and queues some
 * more. Any further one gets a 503 before it has begun, and none begins whose client has gone.
 */
export function withQueue<Work, Result>(
  run: (work: Work, signal: AbortSignal) => Promise<Result>,
  limits: QueueLimits = QUEUE_LIMITS,
): (work: Work, signal: AbortSignal) => Promise<Result> {
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

  return async (work, signal) => {
    if (running < limits.running) running++;
    else if (waiting.size < limits.waiting) await waitForSlot(signal);
    else throw overloaded();
    try {
      return await run(work, signal);
    } finally {
      const [next] = waiting;
      if (next === undefined) running--;
      else next();
    }
  };
}

function overloaded(): ProxyError {
  const headers = { "retry-after": RETRY_AFTER_SECONDS };
  return new ProxyError("overloaded", "Too many requests are waiting.", { headers });
}
