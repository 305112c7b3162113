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
  ALL.map((one) => (one.title === ALL[0]?.title ? { ...one, ...change } : one));

describe("the tasks by keyboard", () => {
  // The run of the browser tests compares the rest: see e2e/lib/keyboardReporter.ts.
  it("name specs that exist, and each task once", () => {
    expect([...SPECS].filter((spec) => !existsSync(`e2e/${spec}.spec.ts`))).toEqual([]);
    expect(new Set(KEYBOARD_TASKS.map(({ task }) => task)).size).toBe(KEYBOARD_TASKS.length);
  });

  it("are done when their tests passed without pointer", () => {
    expect(findUndoneTasks(SPECS, ALL)).toEqual([]);
  });

  it.each([
    ["failed", { passed: false }],
    ["ran with a pointer", { keyboardOnly: false }],
    ["has another title", { title: "another" }],
  ])("are not done when their test %s", (_what, change) => {
    expect(findUndoneTasks(SPECS, changeFirst(change))[0]).toBe(KEYBOARD_TASKS[0]);
  });

  it("are not due when their spec was not run", () => {
    expect(findUndoneTasks(new Set(), [])).toEqual([]);
  });
});
