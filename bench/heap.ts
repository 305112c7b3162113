import type { CDPSession, Page } from "@playwright/test";
import { OWN_HEADER } from "#api/ownHeader.ts";
import { withBrowser } from "./browser.ts";
import { buildApp, serveBuild } from "./builds.ts";
import { report } from "./report.ts";

/** Minutes of watching after which the page's memory is measured. */
const PLAN = { accounts: 300, early: 5, late: 60 };
/** The most memory allowed after the longer time, as a multiple of the shorter one. */
const MAX_RATIO = 1.1;
const POLL_MS = 10_000;
/** Without JIT compilers, because their optimized code would count as growing memory. */
const NO_JIT = "--js-flags=--no-opt --no-maglev --no-sparkplug";

/** Watches the board for an hour of the page's clock, with one account changing at each poll. */
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
      const early = await measureHeapAfter(page, session, server.url, PLAN.early);
      const late = await measureHeapAfter(page, session, server.url, PLAN.late - PLAN.early);
      const ratio = late / early;
      report(
        ratio <= MAX_RATIO,
        `Memory of the board after ${PLAN.late} minutes against ${PLAN.early}: ` +
          `${ratio.toFixed(2)} × (at most ${MAX_RATIO}; ${megabytes(late)} and ` +
          `${megabytes(early)} MB, ${PLAN.accounts} accounts)`,
      );
    },
    [NO_JIT],
  );
  await server.close();
}

const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);

/** Heap bytes in use after `minutes` more, following a garbage collection. */
async function measureHeapAfter(page: Page, session: CDPSession, url: string, minutes: number) {
  for (let poll = 0; poll < (minutes * 60_000) / POLL_MS; poll++) {
    await toggleStatus(url, poll);
    const responded = page.waitForResponse(/\/sip\/statuses/);
    await page.clock.runFor(POLL_MS);
    await responded;
  }
  await session.send("HeapProfiler.collectGarbage");
  const { usedSize } = await session.send("Runtime.getHeapUsage");
  return usedSize;
}

/** Sets one account after another offline and online again. */
async function toggleStatus(url: string, poll: number): Promise<void> {
  const id = 25 + (Math.floor(poll / 2) % PLAN.accounts);
  const response = await fetch(`${url}/__sandbox/statuses`, {
    method: "PUT",
    headers: { "Content-Type": "application/json", ...OWN_HEADER },
    body: JSON.stringify({ [id]: poll % 2 === 1 }),
  });
  if (!response.ok) throw new Error(`The sandbox answers ${response.status}.`);
}
