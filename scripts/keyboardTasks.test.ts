import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type EndedTest, findUndoneTasks, KEYBOARD_TASKS } from "../e2e/lib/keyboardTasks.ts";

const ALL: EndedTest[] = KEYBOARD_TASKS.map(({ spec, title }) => ({
  spec,
  title,
  passed: true,
  keyboardOnly: true,
}));
const SPECS = new Set(KEYBOARD_TASKS.map(({ spec }) => spec));
const changeFirst = (change: Partial<EndedTest>) =>
  ALL.map((test) => (test.title === ALL[0]?.title ? { ...test, ...change } : test));

describe("the keyboard tasks", () => {
  // The browser tests check the rest: see e2e/lib/keyboardReporter.ts.
  it("refer to existing specs, each task once", () => {
    expect([...SPECS].filter((spec) => !existsSync(`e2e/${spec}.spec.ts`))).toEqual([]);
    expect(new Set(KEYBOARD_TASKS.map(({ task }) => task)).size).toBe(KEYBOARD_TASKS.length);
  });

  it("are done when their tests passed without a pointer", () => {
    expect(findUndoneTasks(SPECS, ALL)).toEqual([]);
  });

  it.each([
    ["failed", { passed: false }],
    ["ran with a pointer", { keyboardOnly: false }],
    ["has another title", { title: "another" }],
  ])("are not done when their test %s", (_what, change) => {
    expect(findUndoneTasks(SPECS, changeFirst(change))[0]).toBe(KEYBOARD_TASKS[0]);
  });

  it("are not required when their spec did not run", () => {
    expect(findUndoneTasks(new Set(), [])).toEqual([]);
  });
});
