import { expect, it } from "vitest";
import { doneSteps, needsSteps } from "./steps.ts";

const NEW = { isSandbox: true, accounts: 0, rules: 0, opened: new Set<string>() };

it("a step is done when the office shows it, or when it was opened where nothing shows it", () => {
  expect(doneSteps(NEW)).toEqual([]);
  expect(doneSteps({ ...NEW, isSandbox: false, accounts: 3 })).toEqual(["token", "account"]);
  expect(doneSteps({ ...NEW, rules: 1, opened: new Set(["board", "account"]) })).toEqual([
    "board",
    "alerts",
  ]);
});

it("the path is not shown to an office that has accounts and alerts, nor before that is known", () => {
  expect(needsSteps(NEW)).toBe(true);
  expect(needsSteps({ ...NEW, accounts: 24 })).toBe(true);
  expect(needsSteps({ ...NEW, accounts: 24, rules: 1 })).toBe(false);
  expect(needsSteps({ ...NEW, rules: undefined })).toBe(false);
});
