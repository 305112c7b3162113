import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ensureInstalled } from "./lib/install.mjs";
import { requireNode, requirePlainFolder } from "./lib/node.mjs";
import { npm, ROOT } from "./lib/run.mjs";

requireNode();
requirePlainFolder(ROOT);
await ensureInstalled();

const withBrowser = !process.argv.includes("--no-browser");
const { ensureChromium } = await import("./lib/browser.mjs");
const { playwrightCounts, summaryLine, vitestCounts } = await import("./lib/results.mjs");

const reports = mkdtempSync(join(tmpdir(), "pult-test-"));
const unitReport = join(reports, "vitest.json");
const browserReport = join(reports, "playwright.json");
const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport };

const unit = ["--reporter=default", "--reporter=json", `--outputFile.json=${unitReport}`];
const steps = [
  ["Types", "types"],
  ["Lint and format", "lint"],
  ["Unit and contract tests", "unit", ...unit],
  ["Build", "build"],
  ["Size", "size", ...(withBrowser ? [] : ["--no-browser"])],
  ...(withBrowser
    ? [["Browser tests", "e2e", "--reporter=list,json,./e2e/lib/keyboardReporter.ts"]]
    : []),
];

let failed = "";
try {
  if (withBrowser) env.CHROMIUM_PATH = await ensureChromium();
  for (const [title, script, ...args] of steps) {
    console.log(`\n── ${title} ${"─".repeat(70 - title.length)}`);
    if ((await npm(["run", "--silent", script, "--", ...args], { env })) === 0) continue;
    failed = title;
    break;
  }
} catch (error) {
  console.error(error.message);
  failed = "Chromium";
}

if (!withBrowser) console.log("\nThe browser tests were skipped, as asked (--no-browser).");
if (failed) console.log(`\nFailed: ${failed}. The steps after it were not run.`);
console.log();
const counts = [vitestCounts(unitReport), playwrightCounts(browserReport)];
console.log(summaryLine(counts, failed !== ""));
rmSync(reports, { recursive: true });
process.exitCode = failed === "" ? 0 : 1;
