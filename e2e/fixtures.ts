import { test as base } from "@playwright/test";
import { type Clock, startClock } from "./lib/clock.ts";
import { type Office, officeOf } from "./lib/office.ts";
import { scan } from "./lib/scan.ts";
import { type Watch, watch } from "./lib/watch.ts";

interface Fixtures {
  office: Office;
  /** Looks for accessibility problems on the page as it is; see `scan` in lib/scan.ts. */
  scan: (what?: "all" | "colours") => Promise<void>;
  watched: Watch;
  /** The page's own time, which is noon when the test begins. */
  clock: Clock;
  /** Fails the test over console errors, broken policies and requests that leave the origin. */
  clean: void;
}

/** Each test has an office of its own, named by a header that the proxy passes on. */
export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the fixtures' names out of it
  extraHTTPHeaders: async ({}, use, { testId, repeatEachIndex }) => {
    await use({ "X-Sandbox-Office": `${testId}-${repeatEachIndex}` });
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
    await use(await watch(context, baseURL ?? ""));
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
