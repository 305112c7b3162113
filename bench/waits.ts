import type { Browser, Page } from "@playwright/test";
import { withBrowser } from "./browser.ts";
import { buildApp, serveBuild } from "./floor.ts";
import { coldPage } from "./load.ts";
import { report } from "./report.ts";

/** The most milliseconds between the starts of a route's code and of its data. */
const MOST_GAP = 20;
const LISTS = ["/sip", "/status", "/external-numbers", "/directions"];
/** From where one goes to each: a page that shares no list's code. */
const ELSEWHERE = "/voicemail";

/** What draws a route, not what says which routes there are. */
const CODE = /\/assets\/(list|\w+Page)-[^/]*\.js$/;
const DATA = /\/api\/v1\//;

/** Whether a list's code and its data wait for each other, on a slow line. */
export async function benchWaits(): Promise<void> {
  await buildApp();
  const server = await serveBuild("app");
  await withBrowser(async (browser) => {
    for (const path of LISTS) {
      tellGap(path, await gapOnTheWay(browser, server.url, path));
      const data = await startsWithout(browser, server.url + path, CODE, DATA);
      report(data, `Opened at ${path}, while its code is held back: its data is asked for`);
      const code = await startsWithout(browser, server.url + path, DATA, CODE);
      report(code, `Opened at ${path}, while its data is held back: its code is asked for`);
    }
  });
  await server.close();
}

function tellGap(path: string, gap: number | undefined): void {
  const way = `On the way to ${path}`;
  if (gap === undefined) return report(true, `${way}, its code or its data are there already`);
  report(
    gap <= MOST_GAP,
    `${way}, between the starts of its code and its data: ` +
      `${gap.toFixed(1)} ms (at most ${MOST_GAP})`,
  );
}

/** Milliseconds; undefined when one of the two is there from the page before. */
async function gapOnTheWay(browser: Browser, url: string, path: string) {
  const page = await coldPage(browser);
  try {
    await page.goto(url + ELSEWHERE);
    await page.waitForLoadState("networkidle");
    await page.evaluate(() => performance.clearResourceTimings());
    await page.locator(`nav a[href="${path}"]`).first().click();
    await page.waitForURL(`**${path}`);
    await page.waitForLoadState("networkidle");
    const starts = await page.evaluate(startsOfResources);
    const first = (what: RegExp) =>
      Math.min(...starts.filter(({ name }) => what.test(name)).map(({ at }) => at));
    const gap = Math.abs(first(CODE) - first(DATA));
    return Number.isFinite(gap) ? gap : undefined;
  } finally {
    await page.context().close();
  }
}

function startsOfResources() {
  return performance.getEntriesByType("resource").map(({ name, startTime }) => ({
    name,
    at: startTime,
  }));
}

/** Whether `wanted` is asked for on a cold load whose `held` never comes. */
async function startsWithout(browser: Browser, url: string, held: RegExp, wanted: RegExp) {
  const page = await coldPage(browser);
  try {
    await hold(page, held);
    const asked = page.waitForRequest(wanted, { timeout: 15_000 });
    await page.goto(url, { waitUntil: "commit" });
    return await asked.then(
      () => true,
      () => false,
    );
  } finally {
    await page.context().close();
  }
}

function hold(page: Page, what: RegExp): Promise<unknown> {
  return page.route(what, () => new Promise(() => undefined));
}
