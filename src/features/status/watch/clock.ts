const TICK_MS = 15_000;

let time: number | undefined;
let timer: ReturnType<typeof setInterval> | undefined;
const listeners = new Set<() => void>();

function tick(): void {
  time = Date.now();
  for (const listener of listeners) listener();
}

/** Nobody reads a clock in a hidden tab. */
function followVisibility(): void {
  clearInterval(timer);
  timer = undefined;
  if (document.hidden) return;
  timer = setInterval(tick, TICK_MS);
  tick();
}

/** A clock for all texts with a growing age; it runs only while the page is visible. */
export function subscribeClock(listener: () => void): () => void {
  listeners.add(listener);
  if (listeners.size === 1) {
    document.addEventListener("visibilitychange", followVisibility);
    followVisibility();
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    document.removeEventListener("visibilitychange", followVisibility);
    clearInterval(timer);
    time = undefined;
  };
}

/** The time of the last tick, in ms since 1970; the current time while the clock is stopped. */
export function clockTime(): number {
  return time ?? Date.now();
}
