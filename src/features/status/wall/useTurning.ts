import { useEffect, useState } from "react";

/** Milliseconds that a page stays: time to read a hundred names. */
export const TURN_MS = 12_000;
/** Pages stop turning for this long after somebody touched mouse, screen or keyboard. */
export const IN_USE_MS = 60_000;

const INPUTS = ["pointermove", "pointerdown", "keydown", "wheel"] as const;

/** Which of several pages is shown: they turn by themselves, but not while somebody is there. */
export function useTurning(pages: number) {
  const [turned, setTurned] = useState(0);
  const [isHeld, setHeld] = useState(false);
  const isInUse = useInUse();
  const page = Math.min(turned, Math.max(0, pages - 1));
  const isTurning = pages > 1 && !isHeld && !isInUse;
  useEffect(() => {
    if (!isTurning) return undefined;
    const timer = setInterval(() => setTurned((last) => (last + 1) % pages), TURN_MS);
    return () => clearInterval(timer);
  }, [isTurning, pages]);
  return {
    page,
    isHeld,
    isTurning,
    hold: setHeld,
    turn: (by: 1 | -1) => setTurned((page + by + pages) % pages),
  };
}

/** Whether somebody used mouse, screen or keyboard a moment ago. */
function useInUse(): boolean {
  const [isInUse, setInUse] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let place = "";
    const onInput = (event: Event) => {
      // Browsers also tell of a pointer that lies still while the page changes below it.
      if (event instanceof PointerEvent && event.type === "pointermove") {
        const before = place;
        place = `${event.screenX},${event.screenY}`;
        if (before === "" || before === place) return;
      }
      clearTimeout(timer);
      timer = setTimeout(() => setInUse(false), IN_USE_MS);
      setInUse(true);
    };
    for (const input of INPUTS) document.addEventListener(input, onInput, { passive: true });
    return () => {
      clearTimeout(timer);
      for (const input of INPUTS) document.removeEventListener(input, onInput);
    };
  }, []);
  return isInUse;
}
