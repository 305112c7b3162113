import { useEffect, useState } from "react";
import { isApiError } from "#api/errors.ts";
import type { ProxyProblem } from "#api/proxyProblem.ts";
import { useSingleFlight } from "#ui/useSingleFlight.ts";

/** What the server objects to, in a failed attempt. */
export const problemOf = (error: unknown): ProxyProblem | undefined =>
  isApiError(error) ? error.problem : undefined;

/** Something that may be refused and tried again, perhaps not before some seconds have passed. */
export function useAttempt() {
  const { running, run } = useSingleFlight();
  const [error, setError] = useState<unknown>();
  const [until, setUntil] = useState(0);
  const secondsLeft = useSecondsLeft(until);
  const attempt = async (action: () => Promise<unknown>) => {
    if (secondsLeft > 0) return;
    await run(async () => {
      setError(undefined);
      try {
        await action();
      } catch (failure) {
        const isWait = isApiError(failure) && failure.kind === "tooManyRequests";
        setUntil(isWait ? Date.now() + (failure.retryAfter ?? 1) * 1000 : 0);
        setError(failure);
      }
    });
  };
  return { running, attempt, error, setError, problem: problemOf(error), secondsLeft };
}

export type Attempt = ReturnType<typeof useAttempt>;

/** Counts down to a moment, in ms since 1970. */
function useSecondsLeft(until: number): number {
  const [now, setNow] = useState(0);
  useEffect(() => {
    const tick = () => setNow(Date.now());
    tick();
    if (until <= Date.now()) return undefined;
    const timer = setInterval(() => {
      tick();
      if (until <= Date.now()) clearInterval(timer);
    }, 1000);
    return () => clearInterval(timer);
  }, [until]);
  return now === 0 ? 0 : Math.max(0, Math.ceil((until - now) / 1000));
}
