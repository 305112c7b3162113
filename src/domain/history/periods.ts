import type { History } from "#api/history.ts";
import { midnight } from "./workingHours.ts";

/** The last 24 hours; the last 7 and 30 days, today included. */
export const PERIODS = ["day", "week", "month"] as const;
export type Period = (typeof PERIODS)[number];

const DAYS = { week: 7, month: 30 } as const;
const DAY_MS = 24 * 60 * 60_000;

/** A look that is this old is still of now: the server looks twice a minute. Milliseconds. */
export const RECENT_MS = 2 * 60_000;

/** One bar of the picture; ms since 1970. */
export interface Row {
  from: number;
  to: number;
}

/** When a period begins that ends at a moment. */
export const periodStart = (period: Period, end: number): number =>
  period === "day" ? end - DAY_MS : midnight(end, 1 - DAYS[period]);

/**
 * When the picture of a history ends: with its last look, or at `now` where that look is no longer of
 * now, so that one sees that nothing is known since.
 */
export function periodEnd({ lookedAt }: History, now: number): number {
  const at = lookedAt === null ? -Infinity : Date.parse(lookedAt);
  return at > now - RECENT_MS ? at : now;
}

/** The bars of a period: one for 24 hours, else one for each day, from midnight to midnight. */
export function toRows(period: Period, end: number): Row[] {
  const start = periodStart(period, end);
  if (period === "day") return [{ from: start, to: end }];
  const rows: Row[] = [];
  for (let from = start; from < end; from = midnight(from, 1)) {
    rows.push({ from, to: midnight(from, 1) });
  }
  return rows;
}

/** The moments of full hours (in local time) within a bar that `every` divides. */
export function hourMarks({ from, to }: Row, every: number): number[] {
  const day = new Date(from);
  const marks: number[] = [];
  for (let hour = 0; ; hour += every) {
    const at = new Date(day.getFullYear(), day.getMonth(), day.getDate(), hour).getTime();
    if (at > to) return marks;
    if (at >= from) marks.push(at);
  }
}
