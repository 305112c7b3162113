import { expect, it } from "vitest";
import { acceptedAge, nextPollDelay } from "./pace.ts";

it.each([
  [1_000, 0],
  [5_000, 4],
  [10_000, 9],
  [10_500, 9],
  [60_000, 59],
])("who snapshots every %d ms accepts less than %d s", (everyMs, seconds) => {
  expect(acceptedAge(everyMs)).toBe(seconds);
});

it.each([
  [0, 10_000],
  [4_000, 6_000],
  [9_000, 1_000],
  [25_000, 1_000],
])("of data %d ms old the next snapshot is in %d ms", (ageMs, wait) => {
  expect(nextPollDelay(10_000, ageMs)).toBe(wait);
});
