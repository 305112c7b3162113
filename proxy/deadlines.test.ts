import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Deadlines } from "./deadlines.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it("tells of each that is late, at its own time, and of none that was not", () => {
  const start = performance.now();
  const late: [string, number][] = [];
  const deadlines = new Deadlines<string>(100, (item) =>
    late.push([item, performance.now() - start]),
  );
  deadlines.add("a");
  vi.advanceTimersByTime(30);
  deadlines.add("b");
  deadlines.add("c");
  vi.advanceTimersByTime(40);
  deadlines.delete("b");
  deadlines.add("d");
  vi.advanceTimersByTime(1000);
  expect(late).toEqual([
    ["a", 100],
    ["c", 130],
    ["d", 170],
  ]);
  deadlines.add("e");
  vi.advanceTimersByTime(100);
  expect(late.at(-1)).toEqual(["e", 1170]);
});

it("has one timer for all, and none once nothing waits", () => {
  const deadlines = new Deadlines<number>(100, () => undefined);
  for (let item = 0; item < 50; item++) deadlines.add(item);
  expect(vi.getTimerCount()).toBe(1);
  for (let item = 0; item < 50; item++) deadlines.delete(item);
  vi.advanceTimersByTime(100);
  expect(vi.getTimerCount()).toBe(0);
});

it("goes on when one that is late brings in another", () => {
  const late: string[] = [];
  const deadlines: Deadlines<string> = new Deadlines(100, (item) => {
    late.push(item);
    if (item.length < 3) deadlines.add(`${item}!`);
  });
  deadlines.add("a");
  vi.advanceTimersByTime(1000);
  expect(late).toEqual(["a", "a!", "a!!"]);
});
