import { expect, it } from "vitest";
import { pauseEnd } from "./pauseEnd.ts";

/** A Thursday. */
const NOON = new Date(2026, 0, 15, 12).getTime();

it("a pause ends when people say", () => {
  expect(pauseEnd("hour", "", NOON)).toBe(new Date(2026, 0, 15, 13).getTime());
  expect(pauseEnd("tomorrow", "", NOON)).toBe(new Date(2026, 0, 16, 9).getTime());
  expect(pauseEnd("monday", "", NOON)).toBe(new Date(2026, 0, 19, 9).getTime());
  const monday = new Date(2026, 0, 19, 8).getTime();
  expect(pauseEnd("monday", "", monday)).toBe(new Date(2026, 0, 26, 9).getTime());
  expect(pauseEnd("monday", "", new Date(2026, 0, 18, 8).getTime())).toBe(monday + 60 * 60_000);
  expect(pauseEnd("other", "2026-01-15T12:30", NOON)).toBe(NOON + 30 * 60_000);
});

it("a pause does not end before it begins", () => {
  expect(pauseEnd("other", "2026-01-15T11:59", NOON)).toBeUndefined();
  expect(pauseEnd("other", "", NOON)).toBeUndefined();
});
