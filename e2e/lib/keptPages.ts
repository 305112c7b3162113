import type { Browser, BrowserContext, BrowserContextOptions, Page } from "@playwright/test";
import { forget } from "./resetPage.ts";
import { tellViolations } from "./watch.ts";

const PAGE_EVENTS = ["request", "requestfinished", "requestfailed", "response", "dialog"] as const;
const CONTEXT_EVENTS = ["console", "weberror", "request"] as const;

const spoilt = new WeakSet<BrowserContext>();

/** To be called for what can't be undone, like a clock: the next test gets another browser. */
export function spoil(page: Page): void {
  spoilt.add(page.context());
}

/**
 * Pages that the tests of a worker use one after another, one for each set of options. The code
 * of the app is compiled and warm, which saves two fifths of the time of a test; all that the app
 * itself remembers is forgotten in between.
 */
export class KeptPages {
  readonly #kept = new Map<string, BrowserContext>();
  readonly #browser: Browser;

  constructor(browser: Browser) {
    this.#browser = browser;
  }

  /** A context with these options, and its one page; a `fresh` one reloads everything. */
  async get(options: BrowserContextOptions, fresh: boolean): Promise<BrowserContext> {
    const key = JSON.stringify(options);
    const kept = fresh ? undefined : this.#kept.get(key);
    if (kept !== undefined) return kept;
    const context = await this.#browser.newContext(options);
    await tellViolations(context);
    const page = await context.newPage();
    const addInitScript = page.addInitScript.bind(page);
    // Nothing takes such a script out of a page again.
    page.addInitScript = (...given) => {
      spoil(page);
      return addInitScript(...given);
    };
    if (fresh) spoilt.add(context);
    else this.#kept.set(key, context);
    return context;
  }

  /** Makes a page ready for the next test; or closes it, where that can't be or something failed. */
  async giveBack(context: BrowserContext, failed: boolean): Promise<void> {
    const [page, ...more] = context.pages();
    if (failed || page === undefined || spoilt.has(context)) return this.#close(context);
    await Promise.all(more.map((one) => one.close()));
    for (const event of CONTEXT_EVENTS) context.removeAllListeners(event);
    for (const event of PAGE_EVENTS) page.removeAllListeners(event);
    await context.setOffline(false);
    await page.unrouteAll({ behavior: "ignoreErrors" });
    await page.emulateMedia({ colorScheme: null, reducedMotion: null, forcedColors: null });
    await forget(page);
  }

  async closeAll(): Promise<void> {
    await Promise.all([...this.#kept.values()].map((context) => context.close()));
  }

  async #close(context: BrowserContext): Promise<void> {
    for (const [key, kept] of this.#kept) if (kept === context) this.#kept.delete(key);
    await context.close();
  }
}
