/** When an office works, in this browser's time zone: from Monday (1) to Friday, 9 to 18. */
export const WORKING_HOURS = { days: [1, 2, 3, 4, 5], from: 9, to: 18 } as const;

/** The working time between two moments, in order; all in milliseconds since 1970. */
export function workingIntervals(from: number, to: number): { from: number; to: number }[] {
  const intervals = [];
  for (let day = midnight(from); day < to; day = midnight(day, 1)) {
    if (!(WORKING_HOURS.days as readonly number[]).includes(new Date(day).getDay())) continue;
    const start = Math.max(from, new Date(day).setHours(WORKING_HOURS.from));
    const end = Math.min(to, new Date(day).setHours(WORKING_HOURS.to));
    if (start < end) intervals.push({ from: start, to: end });
  }
  return intervals;
}

/** How much of the time between two moments is working time; all in milliseconds. */
export const workingTime = (from: number, to: number): number =>
  workingIntervals(from, to).reduce((sum, interval) => sum + interval.to - interval.from, 0);

/** The beginning of a moment's day, or of one some days later. */
export function midnight(at: number, days = 0): number {
  const day = new Date(at);
  // Not so many times 24 hours: days have 23 or 25 where clocks are changed.
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days).getTime();
}
