import { describe, expect, it } from "vitest";
import { daysBetween, parseLocal, readyMoments, toLocal } from "./moments.ts";

const local = (...date: [number, number, number, number, number]) => new Date(...date).getTime();

describe("the moments that are offered", () => {
  it("are in an hour, at 18:00 and at 9:00 of the next day", () => {
    expect(readyMoments(local(2026, 10, 30, 10, 15))).toEqual({
      hour: local(2026, 10, 30, 11, 15),
      evening: local(2026, 10, 30, 18, 0),
      morning: local(2026, 11, 1, 9, 0),
    });
  });

  it("leave out the end of a working day that is over", () => {
    expect(readyMoments(local(2026, 11, 31, 18, 0))).toEqual({
      hour: local(2026, 11, 31, 19, 0),
      morning: local(2027, 0, 1, 9, 0),
    });
  });
});

describe("a moment of one's own", () => {
  it("is read as it is written, to the minute", () => {
    const at = local(2026, 1, 3, 7, 5);
    expect(toLocal(at)).toBe("2026-02-03T07:05");
    expect(parseLocal(toLocal(at))).toBe(at);
    expect([parseLocal(""), parseLocal("2026-02")]).toEqual([undefined, expect.any(Number)]);
  });

  it("is tomorrow by the calendar, however few hours away", () => {
    expect(daysBetween(local(2026, 11, 31, 23, 59), local(2027, 0, 1, 0, 1))).toBe(1);
    expect(daysBetween(local(2026, 2, 1, 0, 0), local(2026, 2, 1, 23, 59))).toBe(0);
  });
});
