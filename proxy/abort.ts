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

/** For a request whose browser left: nobody reads it. */
export function clientLeft(): ProxyError {
  return new ProxyError("upstream-unreachable", "The viewer left.", { cause: "left" });
}
