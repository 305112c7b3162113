/**
 * Waits for `ms` milliseconds (for ever when omitted), or until one of the signals aborts.
 * Returns which of the two happened, and leaves neither timer nor listener behind.
 */
export function pause(
  signals: readonly AbortSignal[],
  ms?: number,
): Promise<"elapsed" | "aborted"> {
  return new Promise((resolve) => {
    const end = (outcome: "elapsed" | "aborted") => {
      clearTimeout(timer);
      for (const signal of signals) signal.removeEventListener("abort", onAbort);
      resolve(outcome);
    };
    const onAbort = () => end("aborted");
    const timer = ms === undefined ? undefined : setTimeout(() => end("elapsed"), ms);
    for (const signal of signals) signal.addEventListener("abort", onAbort);
    if (signals.some((signal) => signal.aborted)) end("aborted");
  });
}
