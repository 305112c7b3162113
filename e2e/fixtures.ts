import { test as base } from "@playwright/test";
import { type Clock, startClock } from "./lib/clock.ts";
import { type Office, officeOf } from "./lib/office.ts";
import { KeptPages } from "./lib/keptPages.ts";
import { scan } from "./lib/scan.ts";
import { type Watch, watch } from "./lib/watch.ts";

interface Fixtures {
  /** Whether a test wants a browser that was never used; an option. */
  fresh: boolean;
  office: Office;
  /** Looks for accessibility problems on the page as it is; see `scan` in lib/scan.ts. */
  scan: (what?: "all" | "colours") => Promise<void>;
  watched: Watch;
  /** The page's own time, which is noon when the test begins. */
  clock: Clock;
  /** Fails the test over console errors, broken policies and requests that leave the origin. */
  clean: void;
}

interface WorkerFixtures {
  keptPages: KeptPages;
}

/** Each test has an office of its own, named by a header that the proxy passes on. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  fresh: [false, { option: true }],
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names out of it
  extraHTTPHeaders: async ({}, use, { testId, repeatEachIndex }) => {
    await use({ "X-Sandbox-Office": `${testId}-${repeatEachIndex}` });
  },
  keptPages: [
    async ({ browser }, use) => {
      const kept = new KeptPages(browser);
      await use(kept);
      await kept.closeAll();
    },
    { scope: "worker" },
  ],
  context: async (
    {
      keptPages,
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
    const context = await keptPages.get({ baseURL, viewport, ...browser }, fresh);
    await context.setExtraHTTPHeaders(extraHTTPHeaders ?? {});
    await use(context);
    await keptPages.giveBack(context, testInfo.status !== testInfo.expectedStatus);
  },
  page: async ({ context, viewport }, use) => {
    const page = context.pages()[0] ?? (await context.newPage());
    if (viewport !== null) await page.setViewportSize(viewport);
    await use(page);
  },
  office: [
    async ({ request }, use) => {
      const office = officeOf(request);
      await office.reset();
      await use(office);
      // Whatever still hangs in it ends.
      await office.reset({ accounts: 0 });
    },
    { auto: true },
  ],
  scan: async ({ page }, use) => {
    await use((what) => scan(page, what));
  },
  watched: async ({ context, baseURL }, use) => {
    await use(watch(context, baseURL ?? ""));
  },
  clock: async ({ page }, use) => {
    await use(await startClock(page));
  },
  clean: [
    async ({ watched }, use) => {
      await use();
      expect(watched.trouble, "nothing to be ashamed of").toEqual([]);
    },
    { auto: true },
  ],
});

export const { expect } = test;
