import type { Reporter, TestCase, TestResult } from "@playwright/test/reporter";
import { expect, type TestInfo } from "@playwright/test";

const CELLS = "cells";

/** Notes how many looks a screen got, and fails its test, without ending it, over what was found. */
export function report(
  info: TestInfo,
  screen: string,
  { cells, found }: { cells: number; found: readonly string[] },
): void {
  info.annotations.push({ type: CELLS, description: `${cells} ${found.length}` });
  expect.soft(found.join("\n"), screen).toBe("");
}

/** Prints one line of sums at the end. */
export default class GridReporter implements Reporter {
  private readonly sums = [0, 0];

  onTestEnd(_test: TestCase, { annotations }: TestResult): void {
    for (const { type, description } of annotations) {
      if (type !== CELLS) continue;
      const counts = (description ?? "").split(" ").map(Number);
      for (const [place, count] of counts.entries()) {
        this.sums[place] = (this.sums[place] ?? 0) + count;
      }
    }
  }

  onEnd(): void {
    const [cells, findings] = this.sums;
    process.stdout.write(`Accessibility grid: ${cells} cells, ${findings} findings\n`);
  }
}
