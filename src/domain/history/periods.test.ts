import { describe, expect, it } from "vitest";
import { hourMarks, periodEnd, periodStart, toRows } from "./periods.ts";

const DAY_MS = 24 * 60 * 60_000;
const at = (day: number, hour: number, minute = 0) =>
  new Date(2026, 0, day, hour, minute).getTime();
const NOW = at(15, 14, 30);

describe("a period", () => {
  it("of 24 hours is one bar that ends now, of days one from midnight to midnight for each", () => {
    expect(toRows("day", NOW)).toEqual([{ from: NOW - DAY_MS, to: NOW }]);
    const week = toRows("week", NOW);
    expect(week).toHaveLength(7);
    expect(week[0]).toEqual({ from: at(9, 0), to: at(10, 0) });
    expect(week.at(-1)).toEqual({ from: at(15, 0), to: at(16, 0) });
    expect(toRows("month", NOW)).toHaveLength(30);
    expect(periodStart("month", NOW)).toBe(toRows("month", NOW)[0]?.from);
  });

  it.each([
    ["with the last look, if that was just now", NOW - 30_000, NOW - 30_000],
    ["now, if nobody has looked for long", at(15, 13), NOW],
    ["with the last look of a server whose clock is ahead", NOW + 90_000, NOW + 90_000],
  ])("ends %s", (_, lookedAt, end) => {
    const history = {
      before: null,
      changes: [],
      gaps: [],
      lookedAt: new Date(lookedAt).toISOString(),
    };
    expect(periodEnd(history, NOW)).toBe(end);
    expect(periodEnd({ ...history, lookedAt: null }, NOW)).toBe(NOW);
  });

  it("has marks at full hours of the clock", () => {
    const marks = hourMarks({ from: at(14, 14, 30), to: NOW }, 6);
    expect(marks).toEqual([at(14, 18), at(15, 0), at(15, 6), at(15, 12)]);
    expect(hourMarks({ from: at(15, 0), to: at(16, 0) }, 12)).toEqual([
      at(15, 0),
      at(15, 12),
      at(16, 0),
    ]);
  });
});
