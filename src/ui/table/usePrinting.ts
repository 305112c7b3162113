import { useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** More rows would block the browser for minutes. */
export const MAX_PRINTED_ROWS = 10_000;

/** Whether the page is being printed, so that every row must be rendered. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const media = matchMedia("print");
    // The browser lays out right after these events: the rows must be rendered by then.
    const set = (now: boolean) => flushSync(() => setPrinting(now));
    const begin = () => set(true);
    const end = () => set(false);
    const follow = () => set(media.matches);
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    media.addEventListener("change", follow);
    return () => {
      removeEventListener("beforeprint", begin);
      removeEventListener("afterprint", end);
      media.removeEventListener("change", follow);
    };
  }, []);
  return printing;
}
