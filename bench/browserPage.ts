import { chromium, type Page } from "@playwright/test";
import { type AliasOptions, build, type PluginOption, preview } from "vite";
import { CHROMIUM_ARGS, ensureChromium } from "../scripts/lib/browser.mjs";
import { messagesPlugin } from "../src/i18n/vitePlugin.ts";

const BENCH_GLOBALS = ["bench", "boardBench"];

interface Options {
  plugins?: PluginOption[];
  alias?: AliasOptions;
}

/** Builds and serves the page in `folder`, and runs `measure` with it in a browser. */
export async function withBenchPage(
  folder: string,
  measure: (page: Page) => Promise<void>,
  { plugins = [], alias = {} }: Options = {},
): Promise<void> {
  const outDir = `../../dist/bench/${folder}`;
  const base = {
    root: new URL(folder, import.meta.url).pathname,
    configFile: false as const,
    logLevel: "error" as const,
    plugins: [messagesPlugin(), ...plugins],
    resolve: { alias },
    build: { outDir, emptyOutDir: true, target: "es2023" as const },
  };
  await build(base);
  const server = await preview({ ...base, preview: { host: "127.0.0.1", port: 0 } });
  const executablePath = await ensureChromium();
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_ARGS] });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(server.resolvedUrls?.local[0] ?? "");
    // The global exists once the page's module has run.
    await page.waitForFunction((names) => names.some((name) => name in globalThis), BENCH_GLOBALS);
    await measure(page);
  } finally {
    await browser.close();
    await server.close();
  }
}
