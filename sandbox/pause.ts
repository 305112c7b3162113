/**
 * Waits for `ms` milliseconds, or for ever when left out, until one of the signals aborts.
 * Says how it ended and leaves neither timer nor listener behind.
 */
export function pause(signals: readonly AbortSignal[], ms?: number): Promise<"over" | "ended"> {
  return new Promise((resolve) => {
    const end = (how: "over" | "ended") => {
      clearTimeout(timer);
      for (const signal of signals) signal.removeEventListener("abort", onAbort);
      resolve(how);
    };
    const onAbort = () => end("ended");
    const timer = ms === undefined ? undefined : setTimeout(() => end("over"), ms);
    for (const signal of signals) signal.addEventListener("abort", onAbort);
    if (signals.some((signal) => signal.aborted)) end("ended");
  });
}
