import { describe, expect, it } from "vitest";
import { getFormats } from "./format.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const ru = getFormats("ru");
const en = getFormats("en");
/** Replaces spaces of any width by plain ones: which is used depends on the platform. */
const plain = (text: string) => text.replaceAll(/\s/gu, " ");

describe("numbers", () => {
  it("are grouped as each language does, with a no-break space in Russian", () => {
    expect(en.number(10_000)).toBe("10,000");
    expect(plain(ru.number(10_000))).toBe("10 000");
    expect(ru.number(10_000)).not.toContain(" ");
    expect(ru.number(0)).toBe("0");
  });
});

describe("time of day", () => {
  const nine = new Date(2025, 0, 15, 9, 5).getTime();
  const evening = new Date(2025, 0, 15, 21, 5).getTime();
  it("is written with two digits", () => {
    expect(ru.time(nine)).toBe("09:05");
    expect(ru.time(evening)).toBe("21:05");
    expect(plain(en.time(nine))).toBe("09:05 AM");
    expect(plain(en.time(evening))).toBe("09:05 PM");
  });
});

describe("a time of day or date", () => {
  const friday = new Date(2026, 10, 27, 17, 55).getTime();
  it("of today is its time, of another day also the day", () => {
    const late = new Date(2026, 10, 27, 23, 59).getTime();
    expect(ru.moment(friday, late)).toBe("17:55");
    for (const later of [late + 2 * MINUTE, friday + 3 * 24 * HOUR]) {
      expect(plain(ru.moment(friday, later))).toMatch(/^пт, 27 нояб\.,? (в )?17:55$/);
      expect(plain(en.moment(friday, later))).toMatch(/^Fri, Nov 27,? (at )?05:55 PM$/);
    }
  });
});

describe("how long ago", () => {
  it.each([
    [10 * SECOND, "10 сек назад", "10 sec. ago"],
    [19.9 * SECOND, "10 сек назад", "10 sec. ago"],
    [59 * SECOND, "50 сек назад", "50 sec. ago"],
    [MINUTE, "1 мин назад", "1 min. ago"],
    [59.9 * MINUTE, "59 мин назад", "59 min. ago"],
    [HOUR, "1 ч назад", "1 hr. ago"],
    [47 * HOUR, "47 ч назад", "47 hr. ago"],
    [49 * HOUR, "2 дн назад", "2 days ago"],
  ])("%d ms is «%s», “%s”", (span, russian, english) => {
    expect(plain(ru.ago(span)).replaceAll(".", "")).toBe(russian);
    expect(plain(en.ago(span)).replaceAll(".", "")).toBe(english.replaceAll(".", ""));
  });

  it("is never in the future, should a clock be wrong", () => {
    expect(plain(ru.ago(-5 * MINUTE)).replaceAll(".", "")).toBe(
      plain(ru.ago(0)).replaceAll(".", ""),
    );
    expect(ru.ago(-5 * MINUTE)).toContain("назад");
  });
});

describe("how long", () => {
  it.each([
    [-5 * MINUTE, "0 мин", "0 min"],
    [59.9 * SECOND, "0 мин", "0 min"],
    [12.9 * MINUTE, "12 мин", "12 min"],
    [59.9 * MINUTE, "59 мин", "59 min"],
    [HOUR, "1 ч 00 мин", "1 hr 00 min"],
    [3 * HOUR + 5 * MINUTE, "3 ч 05 мин", "3 hr 05 min"],
    [23.99 * HOUR, "23 ч 59 мин", "23 hr 59 min"],
    [24 * HOUR, "1 дн. 0 ч", "1 day 0 hr"],
    [52.9 * HOUR, "2 дн. 4 ч", "2 days 4 hr"],
  ])("%d ms is «%s», “%s”", (span, russian, english) => {
    expect(plain(ru.duration(span))).toBe(russian);
    expect(plain(en.duration(span))).toBe(english);
  });

  it("stays on one line", () => {
    expect(en.duration(3 * HOUR)).not.toContain(" ");
    expect(ru.duration(50 * HOUR)).not.toContain(" ");
  });
});

describe("a day", () => {
  it("is written without its year", () => {
    const at = new Date(2026, 10, 21, 12).getTime();
    expect(ru.day(at)).toBe("21 ноября");
    expect(en.day(at)).toBe("November 21");
  });
});
