import type { Reporter, TestCase, TestResult, TestStep } from "@playwright/test/reporter";
import { FAULT_CONDITIONS } from "./conditions.ts";

const CASE_TITLE = / × /;

/** Prints at the end how many cells of the fault grid passed, and which failed. */
export default class GridReporter implements Reporter {
  readonly #passed = new Set<string>();
  readonly #failed = new Set<string>();

  onStepEnd(_test: TestCase, _result: TestResult, { category, title, error }: TestStep): void {
    if (category !== "test.step" || !CASE_TITLE.test(title)) return;
    (error === undefined ? this.#passed : this.#failed).add(title);
  }

  onEnd(): void {
    const all = new Set([...this.#passed, ...this.#failed]);
    if (all.size === 0) return;
    const operations = new Set([...all].map((title) => title.split(CASE_TITLE)[0]));
    const size = `${all.size} cells (${FAULT_CONDITIONS.length} × ${operations.size} operations)`;
    const outcome =
      this.#failed.size === 0
        ? "all pass"
        : `these fail:\n${[...this.#failed].map((title) => `  ${title}`).join("\n")}`;
    // oxlint-disable-next-line no-console -- a reporter prints
    console.log(`Fault grid: ${size}, ${outcome}`);
  }
}
