import { expect, it } from "vitest";
import { providerDate } from "./providerDate.ts";

const plain = (text: string) => text.replaceAll(/\s/g, " ");

it.each([
  ["2026-11-28 22:35:52", "Nov 28, 2026, 10:35 PM", "28 нояб. 2026 г., 22:35"],
  ["2026-03-29T02:30:00", "Mar 29, 2026, 2:30 AM", "29 мар. 2026 г., 02:30"],
  ["2026-11-28", "Nov 28, 2026", "28 нояб. 2026 г."],
])("formats %j with the same digits in any time zone", (text, en, ru) => {
  expect(plain(providerDate(text, "en"))).toBe(en);
  expect(plain(providerDate(text, "ru"))).toBe(ru);
});

it.each(["2026-02-31 10:00:00", "yesterday", "", "28.11.2026 10:00", "2026-13-01"])(
  "returns %j unchanged",
  (text) => {
    expect(providerDate(text, "en")).toBe(text);
  },
);

it("converts a date with a time zone to the user's", () => {
  const local = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short" });
  const at = Date.UTC(2026, 10, 28, 19, 35);
  expect(providerDate("2026-11-28T22:35:52+03:00", "en")).toBe(local.format(at));
});
