import type { CDPSession, Page } from "@playwright/test";
import { OWN_HEADER } from "#api/ownHeader.ts";
import { withBrowser } from "./browser.ts";
import { buildApp, serveBuild } from "./floor.ts";
import { report } from "./report.ts";

/** Minutes of watching after which the page's memory is measured. */
const PLAN = { accounts: 300, early: 5, late: 60 };
/** The most that it may be after the long time, as a multiple of the short one. */
const MOST_RATIO = 1.1;
const LOOK_MS = 10_000;
/** Code that runs often is compiled better and better, and takes the more: it is not counted. */
const NOT_COMPILED = "--js-flags=--no-opt --no-maglev --no-sparkplug";

/** Watches the board for an hour of the page's clock, one account changing at each look. */
export async function benchHeap(): Promise<void> {
  await buildApp();
  const server = await serveBuild("app", PLAN.accounts);
  await withBrowser(
    async (browser) => {
      const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
      await page.clock.install();
      await page.goto(`${server.url}/status`);
      await page.waitForSelector("[data-row]");
      const session = await page.context().newCDPSession(page);
      const early = await heapAfter(page, session, server.url, PLAN.early);
      const late = await heapAfter(page, session, server.url, PLAN.late - PLAN.early);
      const ratio = late / early;
      report(
        ratio <= MOST_RATIO,
        `Memory of the board after ${PLAN.late} minutes against ${PLAN.early}: ` +
          `${ratio.toFixed(2)} × (at most ${MOST_RATIO}; ${megabytes(late)} and ` +
          `${megabytes(early)} MB, ${PLAN.accounts} accounts)`,
      );
    },
    [NOT_COMPILED],
  );
  await server.close();
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

/** Bytes in use after so many more minutes, without what can be collected. */
async function heapAfter(page: Page, session: CDPSession, url: string, minutes: number) {
  for (let look = 0; look < (minutes * 60_000) / LOOK_MS; look++) {
    await change(url, look);
    const answered = page.waitForResponse(/\/sip\/statuses/);
    await page.clock.runFor(LOOK_MS);
    await answered;
  }
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return usedSize;
}

/** Takes one account after another off the line and puts it back. */
async function change(url: string, look: number): Promise<void> {
  const id = 25 + (Math.floor(look / 2) % PLAN.accounts);
  const response = await fetch(`${url}/__sandbox/statuses`, {
    method: "PUT",
    headers: { "Content-Type": "application/json", ...OWN_HEADER },
    body: JSON.stringify({ [id]: look % 2 === 1 }),
  });
  if (!response.ok) throw new Error(`The sandbox answers ${response.status}.`);
}
