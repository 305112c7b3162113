import { expect, it } from "vitest";
import { acceptedAge, nextPollDelay } from "./pace.ts";

it.each([
  [1_000, 0],
  [5_000, 4],
  [10_000, 9],
  [10_500, 9],
  [60_000, 59],
])("a viewer that polls every %d ms accepts responses younger than %d s", (everyMs, seconds) => {
  expect(acceptedAge(everyMs)).toBe(seconds);
});

it.each([
  [0, 10_000],
  [4_000, 6_000],
  [9_000, 1_000],
  [25_000, 1_000],
])("with data %d ms old the next poll is in %d ms", (ageMs, wait) => {
  expect(nextPollDelay(10_000, ageMs)).toBe(wait);
});
