import type { Reporter, TestCase, TestResult, TestStep } from "@playwright/test/reporter";
import { TROUBLES } from "./cells.ts";

const CELL = / × /;

/** Says at the end how many cells of the fault grid hold, and which do not; else keeps silent. */
export default class GridReporter implements Reporter {
  readonly #held = new Set<string>();
  readonly #broken = new Set<string>();

  onStepEnd(_test: TestCase, _result: TestResult, { category, title, error }: TestStep): void {
    if (category !== "test.step" || !CELL.test(title)) return;
    (error === undefined ? this.#held : this.#broken).add(title);
  }

  onEnd(): void {
    const all = new Set([...this.#held, ...this.#broken]);
    if (all.size === 0) return;
    const operations = new Set([...all].map((title) => title.split(CELL)[0]));
    const size = `${all.size} cells (${TROUBLES.length} × ${operations.size} operations)`;
    const outcome =
      this.#broken.size === 0
        ? "all hold"
        : `these do not hold:\n${[...this.#broken].map((title) => `  ${title}`).join("\n")}`;
    // oxlint-disable-next-line no-console -- it is what a reporter is for
    console.log(`Fault grid: ${size}, ${outcome}`);
  }
}
