/** When an office works, in this browser's time zone: from Monday (1) to Friday, 9 to 18. */
export const WORKING_HOURS = { days: [1, 2, 3, 4, 5], from: 9, to: 18 } as const;

/** How much of the time between two moments is working time; all in milliseconds. */
export function workingTime(from: number, to: number): number {
  let sum = 0;
  for (let day = midnight(from); day < to; day = midnight(day, 1)) {
    if (!(WORKING_HOURS.days as readonly number[]).includes(new Date(day).getDay())) continue;
    const start = Math.max(from, new Date(day).setHours(WORKING_HOURS.from));
    const end = Math.min(to, new Date(day).setHours(WORKING_HOURS.to));
    sum += Math.max(0, end - start);
  }
  return sum;
}

/** The beginning of a moment's day, or of one some days later. */
export function midnight(at: number, days = 0): number {
  const day = new Date(at);
  // Not so many times 24 hours: days have 23 or 25 where clocks are changed.
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days).getTime();
}
