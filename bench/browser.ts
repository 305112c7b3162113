import { type Browser, chromium } from "@playwright/test";
import { CHROMIUM_ARGS, ensureChromium } from "../scripts/lib/browser.mjs";

/** Runs `work` with a new browser, which is closed afterwards. */
export async function withBrowser<T>(
  work: (browser: Browser) => Promise<T>,
  more: readonly string[] = [],
): Promise<T> {
  const executablePath = await ensureChromium();
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_ARGS, ...more] });
  try {
    return await work(browser);
  } finally {
    await browser.close();
  }
}
