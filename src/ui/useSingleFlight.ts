import { useRef, useState } from "react";

/**
 * Runs one action at a time: a second click while the first is running does nothing. The guard works
 * before React renders again, and covers everything that the action does first (validation).
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
