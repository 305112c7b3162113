import { test as base } from "@playwright/test";
import { type Clock, startClock } from "./lib/clock.ts";
import { type Office, createOfficeClient } from "./lib/office.ts";
import { PagePool } from "./lib/pagePool.ts";
import { expectNoAxeViolations } from "./lib/axe.ts";
import { type PageMonitor, monitorPages } from "./lib/pageMonitor.ts";

interface Fixtures {
  /** Option: use a new browser context with an empty cache. */
  fresh: boolean;
  office: Office;
  /** Expects that axe finds no violations on the current page; see lib/axe.ts. */
  scan: (scope?: "all" | "colours") => Promise<void>;
  monitor: PageMonitor;
  /** The page's fake clock, which starts at noon. */
  clock: Clock;
  /** Fails the test on console errors, policy violations and requests to other origins. */
  noProblems: void;
}

interface WorkerFixtures {
  pagePool: PagePool;
}

/** Each test has its own sandbox office, named by a header that the proxy forwards. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  fresh: [false, { option: true }],
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names out of it
  extraHTTPHeaders: async ({}, use, { testId, repeatEachIndex }) => {
    await use({ "X-Sandbox-Office": `${testId}-${repeatEachIndex}` });
  },
  pagePool: [
    async ({ browser }, use) => {
      const pool = new PagePool(browser);
      await use(pool);
      await pool.closeAll();
    },
    { scope: "worker" },
  ],
  context: async (
    {
      pagePool,
      fresh,
      extraHTTPHeaders,
      baseURL,
      viewport,
      locale,
      timezoneId,
      permissions,
      hasTouch,
      javaScriptEnabled,
    },
    use,
    testInfo,
  ) => {
    const browser = { locale, timezoneId, permissions, hasTouch, javaScriptEnabled };
    const context = await pagePool.acquire({ baseURL, viewport, ...browser }, fresh);
    await context.setExtraHTTPHeaders(extraHTTPHeaders ?? {});
    await use(context);
    await pagePool.release(context, testInfo.status !== testInfo.expectedStatus);
  },
  page: async ({ context, viewport }, use) => {
    const page = context.pages()[0] ?? (await context.newPage());
    if (viewport !== null) await page.setViewportSize(viewport);
    await use(page);
  },
  office: [
    async ({ request }, use) => {
      const office = createOfficeClient(request);
      await office.reset();
      await use(office);
      // Ends requests that still hang.
      await office.reset({ accounts: 0 });
    },
    { auto: true },
  ],
  scan: async ({ page }, use) => {
    await use((scope) => expectNoAxeViolations(page, scope));
  },
  monitor: async ({ context, baseURL }, use) => {
    await use(monitorPages(context, baseURL ?? ""));
  },
  clock: async ({ page }, use) => {
    await use(await startClock(page));
  },
  noProblems: [
    async ({ monitor }, use) => {
      await use();
      expect(monitor.problems, "problems found by the page monitor").toEqual([]);
    },
    { auto: true },
  ],
});

export const { expect } = test;
