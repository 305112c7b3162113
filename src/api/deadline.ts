export interface Deadline {
  /** Aborts when the time is up, or together with the caller's signal and with its reason. */
  signal: AbortSignal;
  /** Whether it aborted because the time was up. */
  hasTimedOut: () => boolean;
  /** Clears the timer and the listener. Call it once, in a `finally`. */
  clear: () => void;
}

/** Starts a time limit in milliseconds. `AbortSignal.any` needs newer browsers than we support. */
export function startDeadline(ms: number, signal?: AbortSignal): Deadline {
  const controller = new AbortController();
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = !controller.signal.aborted;
    controller.abort();
  }, ms);
  const forwardAbort = () => controller.abort(signal?.reason);
  if (signal?.aborted === true) forwardAbort();
  else signal?.addEventListener("abort", forwardAbort);
  return {
    signal: controller.signal,
    hasTimedOut: () => timedOut,
    clear: () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", forwardAbort);
    },
  };
}
