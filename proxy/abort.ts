import { ProxyError } from "./proxyError.ts";

/**
 * Resolves as `promise` does, unless `signal` aborts first; then rejects with the signal's reason.
 */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

/**
 * Runs `act` with a signal that aborts when `client` does, or after `ms` milliseconds.
 * `AbortSignal.any` with `AbortSignal.timeout` does the same, but their weak references cost as
 * much as the rest of the proxy.
 */
export async function withTimeout<T>(
  ms: number,
  client: AbortSignal,
  act: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const disconnect = () => controller.abort(clientDisconnected());
  const timer = setTimeout(() => controller.abort(new DOMException("", "TimeoutError")), ms);
  client.addEventListener("abort", disconnect, { once: true });
  if (client.aborted) disconnect();
  try {
    return await untilAborted(act(controller.signal), controller.signal);
  } finally {
    clearTimeout(timer);
    client.removeEventListener("abort", disconnect);
  }
}

/** The reason of a request whose client disconnected. Nobody reads it. */
export function clientDisconnected(): ProxyError {
  return new ProxyError("upstream-unreachable", "The viewer left.", { cause: "left" });
}
