import { useRef, useState } from "react";

/**
 * Runs one thing at a time: a second press while the first is under way does nothing. The guard
 * is there before React renders again, and covers all that the thing does first (validation).
 */
export function useSingleFlight() {
  const flying = useRef(false);
  const [running, setRunning] = useState(false);
  const run = async (action: () => Promise<unknown>): Promise<void> => {
    if (flying.current) return;
    flying.current = true;
    setRunning(true);
    try {
      await action();
    } finally {
      flying.current = false;
      setRunning(false);
    }
  };
  return { running, run };
}
