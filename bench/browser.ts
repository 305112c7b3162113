import { type Browser, chromium } from "@playwright/test";
import { CHROMIUM_ARGS, ensureChromium } from "../scripts/lib/browser.mjs";

/** Starts a browser, with more arguments perhaps, lets `work` have it, and closes it. */
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
