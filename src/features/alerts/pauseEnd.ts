export const PAUSE_ENDS = ["hour", "tomorrow", "monday", "other"] as const;
export type PauseEnd = (typeof PAUSE_ENDS)[number];

/** When an office begins to work. */
const MORNING = 9;

/**
 * When a pause ends, in ms since 1970; `typed` is what a `datetime-local` field holds. Undefined for a
 * moment that is over, or none.
 */
export function pauseEnd(end: PauseEnd, typed: string, now: number): number | undefined {
  if (end === "hour") return now + 60 * 60_000;
  if (end === "other") {
    const at = new Date(typed).getTime();
    return at > now ? at : undefined;
  }
  const day = new Date(now);
  const days = end === "tomorrow" ? 1 : (8 - day.getDay()) % 7 || 7;
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days, MORNING).getTime();
}
