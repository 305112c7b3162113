/** Moments that people ask for most. */
export const READY = ["hour", "evening", "morning"] as const;
export type Ready = (typeof READY)[number];

const HOUR_MS = 60 * 60_000;
/** The end of the working day, and the beginning of the next one, by the clock on the wall. */
const EVENING = 18;
const MORNING = 9;

/** When each of them is, in ms since 1970, in this computer's time zone; only those still ahead. */
export function readyMoments(now: number): Partial<Record<Ready, number>> {
  const at = (day: number, hour: number) => {
    const date = new Date(now);
    date.setDate(date.getDate() + day);
    date.setHours(hour, 0, 0, 0);
    return date.getTime();
  };
  const evening = at(0, EVENING);
  return {
    hour: now + HOUR_MS,
    ...(evening > now ? { evening } : {}),
    morning: at(1, MORNING),
  };
}

/** What a `datetime-local` holds, in ms since 1970; undefined while it is not filled in. */
export function parseLocal(text: string): number | undefined {
  const at = new Date(text).getTime();
  return text === "" || Number.isNaN(at) ? undefined : at;
}

const two = (value: number) => String(value).padStart(2, "0");

/** The text of a `datetime-local` for a moment. */
export function toLocal(at: number): string {
  const date = new Date(at);
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join("-");
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}

/** The day of a moment by the calendar on the wall, as if it began at midnight in UTC. */
function dayOf(at: number): number {
  const date = new Date(at);
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
}

/** Days from one moment's day to another's, by the calendar. */
export function daysBetween(from: number, to: number): number {
  return Math.round((dayOf(to) - dayOf(from)) / (24 * HOUR_MS));
}
