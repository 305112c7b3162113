import type { Browser, BrowserContext, BrowserContextOptions, Page } from "@playwright/test";
import { clearBrowserState } from "./resetPage.ts";
import { logPolicyViolations } from "./pageMonitor.ts";

const PAGE_EVENTS = ["request", "requestfinished", "requestfailed", "response", "dialog"] as const;
const CONTEXT_EVENTS = ["console", "weberror", "request"] as const;

const discarded = new WeakSet<BrowserContext>();

/** Discards the context after the test, because of changes that can't be undone, like a fake clock. */
export function discardAfterTest(page: Page): void {
  discarded.add(page.context());
}

/**
 * Contexts with one page that the tests of a worker reuse, one for each set of options. Reuse keeps
 * the app's code cached and compiled, which saves 40 % of the time of a test; everything that the
 * app stored is cleared in between.
 */
export class PagePool {
  readonly #contexts = new Map<string, BrowserContext>();
  readonly #browser: Browser;

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** A context with these options and its page; with `fresh`, a new one with an empty cache. */
  async acquire(options: BrowserContextOptions, fresh: boolean): Promise<BrowserContext> {
    const key = JSON.stringify(options);
    const pooled = fresh ? undefined : this.#contexts.get(key);
    if (pooled !== undefined) return pooled;
    const context = await this.#browser.newContext(options);
    await logPolicyViolations(context);
    const page = await context.newPage();
    const addInitScript = page.addInitScript.bind(page);
    // An init script can't be removed from a page.
    page.addInitScript = (...args) => {
      discardAfterTest(page);
      return addInitScript(...args);
    };
    if (fresh) discarded.add(context);
    else this.#contexts.set(key, context);
    return context;
  }

  /** Resets the page for the next test, or closes its context if it is discarded or the test failed. */
  async release(context: BrowserContext, failed: boolean): Promise<void> {
    const [page, ...more] = context.pages();
    if (failed || page === undefined || discarded.has(context)) return this.#close(context);
    await Promise.all(more.map((one) => one.close()));
    for (const event of CONTEXT_EVENTS) context.removeAllListeners(event);
    for (const event of PAGE_EVENTS) page.removeAllListeners(event);
    await context.setOffline(false);
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await page.emulateMedia({ colorScheme: null, reducedMotion: null, forcedColors: null });
    await clearBrowserState(page);
  }

  async closeAll(): Promise<void> {
    await Promise.all([...this.#contexts.values()].map((context) => context.close()));
  }

  async #close(context: BrowserContext): Promise<void> {
    for (const [key, pooled] of this.#contexts) if (pooled === context) this.#contexts.delete(key);
    await context.close();
  }
}
