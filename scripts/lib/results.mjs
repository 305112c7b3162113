import { existsSync, readFileSync } from "node:fs";

const NOTHING = { passed: 0, failed: 0, skipped: 0 };

/** Test counts of Vitest's JSON report; zeros without a report. */
export function vitestCounts(path) {
  const report = read(path);
  if (report === undefined) return NOTHING;
  const { numPassedTests: passed, numFailedTests: failed } = report;
  return { passed, failed, skipped: report.numPendingTests + report.numTodoTests };
}

/** Test counts of Playwright's JSON report; a flaky test counts as passed. */
export function playwrightCounts(path) {
  const report = read(path);
  if (report === undefined) return NOTHING;
  const { expected, flaky, unexpected: failed, skipped } = report.stats;
  return { passed: expected + flaky, failed, skipped };
}

/**
 * The last line of `npm test`. A failed step without a failed test (types, a file that does not
 * load) counts as one failure.
 */
export function summaryLine(counts, stepFailed) {
  const sum = (key) => counts.reduce((total, part) => total + part[key], 0);
  const failed = Math.max(sum("failed"), stepFailed ? 1 : 0);
  const skipped = sum("skipped") > 0 ? `, ${sum("skipped")} skipped` : "";
  return `${sum("passed")} passed, ${failed} failed${skipped}`;
}

function read(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : undefined;
}
