import { ProxyError } from "./proxyError.ts";

/** What `promise` gives, unless `signal` aborts before; then throws the signal's reason. */
export function untilAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason as Error);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}

/**
 * What `act` gives; its signal aborts when `client` does, and after `ms` milliseconds. As
 * `AbortSignal.any` with `AbortSignal.timeout`, whose weak references cost as much as all the rest.
 */
export async function withTimeout<T>(
  ms: number,
  client: AbortSignal,
  act: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const controller = new AbortController();
  const leave = () => controller.abort(clientLeft());
  const timer = setTimeout(() => controller.abort(new DOMException("", "TimeoutError")), ms);
  client.addEventListener("abort", leave, { once: true });
  if (client.aborted) leave();
  try {
    return await untilAborted(act(controller.signal), controller.signal);
  } finally {
    clearTimeout(timer);
    client.removeEventListener("abort", leave);
  }
}

/** For a request whose browser left: nobody reads it. */
export function clientLeft(): ProxyError {
  return new ProxyError("upstream-unreachable", "The viewer left.", { cause: "left" });
}
