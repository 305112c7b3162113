import { useEffect, useState } from "react";

/** Whether the screen is kept awake; `unable` where the browser can't or refuses. */
export type WakeLockState = "asking" | "awake" | "unable";

/** Keeps the screen awake while the page is visible; requests the lock again on return. */
export function useWakeLock(): WakeLockState {
  const [awake, setAwake] = useState<WakeLockState>("asking");
  useEffect(() => {
    let unmounted = false;
    let asking = false;
    let lock: WakeLockSentinel | undefined;
    const take = (granted: WakeLockSentinel) => {
      lock = granted;
      setAwake("awake");
      // The system may release the lock at any time, to save power.
      granted.addEventListener("release", onShow);
    };
    const requestLock = async () => {
      const held = lock?.released === false;
      if (unmounted || asking || held || document.visibilityState !== "visible") return;
      asking = true;
      try {
        const granted = await navigator.wakeLock.request("screen");
        if (unmounted) void granted.release();
        else take(granted);
      } catch {
        if (!unmounted) setAwake("unable");
      } finally {
        asking = false;
      }
    };
    const onShow = () => void requestLock();
    onShow();
    document.addEventListener("visibilitychange", onShow);
    return () => {
      unmounted = true;
      document.removeEventListener("visibilitychange", onShow);
      void lock?.release();
    };
  }, []);
  return awake;
}
