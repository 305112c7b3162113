import { median } from "../scripts/lib/chunks.ts";
import { withBenchPage } from "./browserPage.ts";
import { report } from "./report.ts";

/** The most time that the table may take with many rows, as a multiple of few rows. */
const MAX_RATIO = 1.5;
/** The most DOM elements that a table of any length may have at 1280 × 800. */
const MAX_NODES = 600;
const PLAN = { few: 25, many: 10_000, warmUp: 5, runs: 31 };

/** Compares mounting the table with many rows and with few. */
export async function benchTable(): Promise<void> {
  await withBenchPage("tablePage", async (page) => {
    const { few, many, nodes } = await page.evaluate((plan) => bench.compare(plan), PLAN);
    const ratio = median(many) / median(few);
    report(
      ratio <= MAX_RATIO,
      `Table mount, ${PLAN.many} rows against ${PLAN.few}: ${ratio.toFixed(2)} × ` +
        `(at most ${MAX_RATIO}; medians ${median(many).toFixed(1)} and ` +
        `${median(few).toFixed(1)} ms of ${PLAN.runs} runs)`,
    );
    report(
      nodes <= MAX_NODES,
      `Elements in the table of ${PLAN.many} rows: ${nodes} (at most ${MAX_NODES})`,
    );
  });
}
