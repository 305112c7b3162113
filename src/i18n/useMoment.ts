import { useCallback, useSyncExternalStore } from "react";
import { useFormats } from "./format.ts";

const EVERY_MS = 30_000;

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, EVERY_MS);
  document.addEventListener("visibilitychange", listener);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", listener);
  };
}

/**
 * Formats a moment, in ms since 1970: «17:55», with the day where that is not today. The component
 * renders again at midnight, and when a computer wakes on another day.
 */
export function useMoment(): (at: number) => string {
  const formats = useFormats();
  const today = useSyncExternalStore(subscribe, () => new Date().toDateString());
  return useCallback((at) => formats.moment(at, new Date(today).getTime()), [formats, today]);
}
