import type { Reporter, TestCase, TestResult } from "@playwright/test/reporter";
import { expect, type TestInfo } from "@playwright/test";

const GRIDS = ["Accessibility grid", "Pseudo-locale", "Forced colours"] as const;
export type Grid = (typeof GRIDS)[number];

/** Records the number of checks, and fails the test softly if there are findings. */
export function reportFindings(
  info: TestInfo,
  grid: Grid,
  screen: string,
  { cells, found }: { cells: number; found: readonly string[] },
): void {
  info.annotations.push({ type: grid, description: `${cells} ${found.length}` });
  expect.soft(found.join("\n"), screen).toBe("");
}

/** Prints the totals of each grid at the end. */
export default class GridReporter implements Reporter {
  readonly #sums = new Map<string, [cells: number, findings: number]>();

  onTestEnd(_test: TestCase, { annotations }: TestResult): void {
    for (const { type, description } of annotations) {
      if (!GRIDS.some((grid) => grid === type)) continue;
      const [cells = 0, findings = 0] = (description ?? "").split(" ").map(Number);
      const [allCells, allFindings] = this.#sums.get(type) ?? [0, 0];
      this.#sums.set(type, [allCells + cells, allFindings + findings]);
    }
  }

  onEnd(): void {
    for (const [grid, [cells, findings]] of this.#sums) {
      process.stdout.write(`${grid}: ${cells} cells, ${findings} findings\n`);
    }
  }
}
