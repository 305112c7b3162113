import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { playwrightCounts, summaryLine, vitestCounts } from "./lib/results.mjs";

function report(content: unknown): string {
  const dir = mkdtempSync(join(tmpdir(), "pult-"));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  const path = join(dir, "report.json");
  writeFileSync(path, JSON.stringify(content));
  return path;
}

it("the summary adds up both reports", () => {
  const unit = report({
    numPassedTests: 300,
    numFailedTests: 1,
    numPendingTests: 1,
    numTodoTests: 1,
  });
  const browser = report({ stats: { expected: 40, flaky: 2, unexpected: 3, skipped: 0 } });
  const counts = [vitestCounts(unit), playwrightCounts(browser)];
  expect(summaryLine(counts, true)).toBe("342 passed, 4 failed, 2 skipped");
});

it("the summary counts a failed step without a failed test as one failure", () => {
  const counts = [vitestCounts("/nowhere.json"), playwrightCounts("/nowhere.json")];
  expect(summaryLine(counts, true)).toBe("0 passed, 1 failed");
  expect(summaryLine(counts, false)).toBe("0 passed, 0 failed");
});
