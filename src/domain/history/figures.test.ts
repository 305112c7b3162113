import { describe, expect, it } from "vitest";
import { toFigures } from "./figures.ts";
import type { Span } from "./spans.ts";
import { midnight, workingTime } from "./workingHours.ts";

const HOUR = 60 * 60_000;
/** Of a Monday, in whichever zone the tests run. */
const at = (hour: number, day = 12) => new Date(2026, 0, day, hour).getTime();

const online = (from: number, to: number): Span => ({ from, to, state: "online" });
const offline = (from: number, to: number): Span => ({ from, to, state: "offline" });
const unknown = (from: number, to: number): Span => ({
  from,
  to,
  state: "unknown",
  reason: "stopped",
});

describe("the figures of a history", () => {
  it("add up its time, and count working hours of which nothing is known in no share", () => {
    const spans = [
      offline(at(0), at(8)),
      online(at(8), at(10)),
      offline(at(10), at(11)),
      unknown(at(11), at(13)),
      online(at(13), at(20)),
    ];
    expect(toFigures(spans)).toEqual({
      online: 9 * HOUR,
      offline: 9 * HOUR,
      unknown: 2 * HOUR,
      drops: 1,
      longest: 8 * HOUR,
      working: 9 * HOUR,
      share: 6 / 7,
    });
  });

  it("count a drop also where a gap hides its moment, and one that a gap interrupts once", () => {
    const spans = [
      online(at(0), at(1)),
      unknown(at(1), at(2)),
      offline(at(2), at(3)),
      unknown(at(3), at(4)),
      offline(at(4), at(5)),
      online(at(5), at(6)),
    ];
    expect(toFigures(spans)).toMatchObject({ drops: 1, longest: HOUR });
  });

  it.each([
    ["a time without working hours", [online(at(0, 10), at(24, 11))]],
    ["a time of which nothing is known", [unknown(at(0), at(24))]],
  ])("know no share of %s", (_, spans) => {
    expect(toFigures(spans)).toMatchObject({ share: undefined, drops: 0, longest: 0 });
  });
});

describe("working time", () => {
  it("is from nine to six, from Monday to Friday", () => {
    expect(workingTime(at(0, 12), at(0, 19))).toBe(5 * 9 * HOUR);
    expect(workingTime(at(0, 10), at(0, 12))).toBe(0);
    expect(workingTime(at(17), at(10, 13))).toBe(2 * HOUR);
    expect(workingTime(at(10), at(11))).toBe(HOUR);
    expect(workingTime(at(19), at(20))).toBe(0);
  });

  it("counts days by the calendar", () => {
    expect(midnight(at(23), 1)).toBe(at(0, 13));
    expect(midnight(at(1), -12)).toBe(new Date(2025, 11, 31).getTime());
  });
});
