export interface Deadline {
  /** Fires when the time is up, or with the caller's signal and for its reason. */
  signal: AbortSignal;
  /** Whether it fired because the time was up. */
  isOver: () => boolean;
  /** Takes back what waits for it; to be called once, whatever happened. */
  end: () => void;
}

/** A time limit in milliseconds. `AbortSignal.any` would say the same in newer browsers alone. */
export function deadlineOf(ms: number, signal?: AbortSignal): Deadline {
  const controller = new AbortController();
  let isOver = false;
  const timer = setTimeout(() => {
    isOver = !controller.signal.aborted;
    controller.abort();
  }, ms);
  const follow = () => controller.abort(signal?.reason);
  if (signal?.aborted === true) follow();
  else signal?.addEventListener("abort", follow);
  return {
    signal: controller.signal,
    isOver: () => isOver,
    end: () => {
      clearTimeout(timer);
      signal?.removeEventListener("abort", follow);
    },
  };
}
