import { basename } from "node:path";
import type { FullResult, Reporter, Suite, TestCase, TestResult } from "@playwright/test/reporter";
import { type EndedTest, findUndoneTasks, KEYBOARD_ONLY, KEYBOARD_TASKS } from "./keyboardTasks.ts";

/** Arguments that select tests inside a spec. */
const SELECTS_TESTS = /^-g|^--(?:grep|last-failed|only-changed|shard|list)|:\d+$/;

const specName = ({ location }: TestCase) => basename(location.file, ".spec.ts");

/** Fails the run if a task by keyboard was not done by a passed test without pointer. */
export default class KeyboardReporter implements Reporter {
  readonly #specs = new Set<string>();
  readonly #ended: EndedTest[] = [];

  onBegin(_config: unknown, suite: Suite): void {
    for (const one of suite.allTests()) this.#specs.add(specName(one));
  }

  onTestEnd(test: TestCase, { status, annotations }: TestResult): void {
    this.#ended.push({
      spec: specName(test),
      title: test.title,
      passed: status === "passed",
      keyboardOnly: annotations.some(({ type }) => type === KEYBOARD_ONLY),
    });
  }

  // Async, because it may give no status.
  async onEnd({ status }: FullResult): Promise<{ status: FullResult["status"] } | undefined> {
    const due = KEYBOARD_TASKS.filter(({ spec }) => this.#specs.has(spec));
    if (due.length === 0 || process.argv.some((one) => SELECTS_TESTS.test(one))) return undefined;
    const undone = findUndoneTasks(this.#specs, this.#ended);
    const lines = undone.map(({ task, spec, title }) => `  ${task}: ${spec}, “${title}”\n`);
    process.stdout.write(
      `Tasks by keyboard alone: ${due.length - undone.length} of ${due.length}` +
        (undone.length === 0 ? "\n" : `; not done by a passed keyboard test:\n${lines.join("")}`),
    );
    return { status: undone.length > 0 && status === "passed" ? "failed" : status };
  }
}
