import { useEffect, useState } from "react";

/** Whether the screen is kept awake; `unable` where the browser cannot or will not. */
export type Awake = "asking" | "awake" | "unable";

/** Keeps the screen awake while the page is on screen; asks again when one comes back to it. */
export function useWakeLock(): Awake {
  const [awake, setAwake] = useState<Awake>("asking");
  useEffect(() => {
    let gone = false;
    let lock: WakeLockSentinel | undefined;
    const ask = async () => {
      if (document.visibilityState !== "visible" || lock?.released === false) return;
      try {
        const granted = await navigator.wakeLock.request("screen");
        if (gone) void granted.release();
        else {
          lock = granted;
          setAwake("awake");
        }
      } catch {
        if (!gone) setAwake("unable");
      }
    };
    const onShow = () => void ask();
    onShow();
    document.addEventListener("visibilitychange", onShow);
    return () => {
      gone = true;
      document.removeEventListener("visibilitychange", onShow);
      void lock?.release();
    };
  }, []);
  return awake;
}
