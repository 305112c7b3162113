import { chromium } from "@playwright/test";
import { build, preview } from "vite";
import { CHROMIUM_ARGS, ensureChromium } from "../scripts/lib/browser.mjs";
import { median } from "../scripts/lib/chunks.ts";
import { messagesPlugin } from "../src/i18n/vitePlugin.ts";
import { report } from "./report.ts";

/** The most that the table may take with many rows, as a multiple of what it takes with few. */
const MOST_RATIO = 1.5;
/** The most elements that a table of any length may hold at 1280 × 800. */
const MOST_NODES = 600;
const PLAN = { few: 25, many: 10_000, warmUp: 5, runs: 31 };

const out = { outDir: "../../dist/bench", emptyOutDir: true, target: "es2023" as const };
const base = {
  root: new URL("page", import.meta.url).pathname,
  configFile: false as const,
  logLevel: "error" as const,
  plugins: [messagesPlugin()],
  build: out,
};

/** Mounts the table in a browser with many rows and with few, and compares. */
export async function benchTable(): Promise<void> {
  await build(base);
  const server = await preview({ ...base, preview: { host: "127.0.0.1", port: 0 } });
  const url = server.resolvedUrls?.local[0] ?? "";
  const browser = await chromium.launch({
    executablePath: await ensureChromium(),
    args: [...CHROMIUM_ARGS],
  });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(url);
    await page.waitForFunction(() => "bench" in globalThis);
    const { few, many, nodes } = await page.evaluate((plan) => bench.compare(plan), PLAN);
    const ratio = median(many) / median(few);
    report(
      ratio <= MOST_RATIO,
      `Table mount, ${PLAN.many} rows against ${PLAN.few}: ${ratio.toFixed(2)} × ` +
        `(at most ${MOST_RATIO}; medians ${median(many).toFixed(1)} and ` +
        `${median(few).toFixed(1)} ms of ${PLAN.runs} runs)`,
    );
    report(
      nodes <= MOST_NODES,
      `Elements in the table of ${PLAN.many} rows: ${nodes} (at most ${MOST_NODES})`,
    );
  } finally {
    await browser.close();
    await server.close();
  }
}
