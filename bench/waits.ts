import type { Browser, Page } from "@playwright/test";
import { withBrowser } from "./browser.ts";
import { buildApp, serveBuild } from "./builds.ts";
import { newThrottledPage } from "./load.ts";
import { report } from "./report.ts";

/** The most milliseconds between the requests for a route's code and for its data. */
const MAX_GAP_MS = 20;
const LISTS = ["/sip", "/status", "/external-numbers", "/directions"];
/** The page that navigations start from: it shares no code with a list. */
const ELSEWHERE = "/voicemail";

/** The component chunks of the routes, not their route definitions. */
const CODE = /\/assets\/(list|\w+Page)-[^/]*\.js$/;
const DATA = /\/api\/v1\//;

/** Whether a list's code and its data wait for each other, on a slow network. */
export async function benchWaits(): Promise<void> {
  await buildApp();
  const server = await serveBuild("app");
  await withBrowser(async (browser) => {
    for (const path of LISTS) {
      reportGap(path, await measureNavigationGap(browser, server.url, path));
      const data = await isRequestedWithout(browser, server.url + path, CODE, DATA);
      report(data, `Opened at ${path} with its code blocked: its data is requested`);
      const code = await isRequestedWithout(browser, server.url + path, DATA, CODE);
      report(code, `Opened at ${path} with its data blocked: its code is requested`);
    }
  });
  await server.close();
}

function reportGap(path: string, gap: number | undefined): void {
  const label = `Navigation to ${path}`;
  if (gap === undefined) return report(true, `${label}, its code or its data is already loaded`);
  report(
    gap <= MAX_GAP_MS,
    `${label}, between the requests for its code and its data: ` +
      `${gap.toFixed(1)} ms (at most ${MAX_GAP_MS})`,
  );
}

/** Milliseconds; undefined when one of the two was already loaded. */
async function measureNavigationGap(browser: Browser, url: string, path: string) {
  const page = await newThrottledPage(browser);
  try {
    await page.goto(url + ELSEWHERE);
    await page.waitForLoadState("networkidle");
    await page.evaluate(() => performance.clearResourceTimings());
    await page.locator(`nav a[href="${path}"]`).first().click();
    await page.waitForURL(`**${path}`);
    await page.waitForLoadState("networkidle");
    const starts = await page.evaluate(resourceStarts);
    const first = (what: RegExp) =>
      Math.min(...starts.filter(({ name }) => what.test(name)).map(({ at }) => at));
    const gap = Math.abs(first(CODE) - first(DATA));
    return Number.isFinite(gap) ? gap : undefined;
  } finally {
    await page.context().close();
  }
}

function resourceStarts() {
  return performance.getEntriesByType("resource").map(({ name, startTime }) => ({
    name,
    at: startTime,
  }));
}

/** Whether `wanted` is requested on a cold load whose `held` never loads. */
async function isRequestedWithout(
  browser: Browser,
  url: string,
  blocked: RegExp,
  expected: RegExp,
) {
  const page = await newThrottledPage(browser);
  try {
    await block(page, blocked);
    const request = page.waitForRequest(expected, { timeout: 15_000 });
    await page.goto(url, { waitUntil: "commit" });
    return await request.then(
      () => true,
      () => false,
    );
  } finally {
    await page.context().close();
  }
}

function block(page: Page, what: RegExp): Promise<unknown> {
  return page.route(what, () => new Promise(() => undefined));
}
