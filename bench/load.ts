import type { Browser, Page } from "@playwright/test";

/** The metrics of a cold page load; times in ms since the navigation. */
export interface Load {
  firstPaint: number;
  largestPaint: number;
  /**
   * Total blocking time: what tasks took beyond 50 ms each, from the navigation until the rows show
   * and the network is idle. The usual definition starts at the first paint, by which an app that
   * paints only after all its code has run would never block; so here the whole load counts.
   */
  blocked: number;
  /** The usual definition: only tasks that end after the first paint. */
  blockedSincePaint: number;
  /** Cumulative layout shift: the worst burst of layout shifts. */
  shift: number;
  /** Paths of the scripts loaded by the time the rows showed. */
  scripts: string[];
}

/** Lighthouse's "Slow 4G", in the values for throttling by the browser. */
const SLOW_4G = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1474.56 * 1024) / 8,
  uploadThroughput: (675 * 1024) / 8,
};
const CPU_RATE = 4;
const VIEWPORT = { width: 1280, height: 800 };
const OBSERVED = ["paint", "largest-contentful-paint", "longtask", "layout-shift"];

interface Entry {
  entryType: string;
  name: string;
  startTime: number;
  duration: number;
  /** For a layout shift only. */
  value?: number;
  hadRecentInput?: boolean;
}

/** A page with an empty cache, on a throttled network. */
export async function newThrottledPage(browser: Browser, cpuRate = 1): Promise<Page> {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: "ru-RU" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", SLOW_4G);
  await session.send("Emulation.setCPUThrottlingRate", { rate: cpuRate });
  return page;
}

/** Opens `url` cold on a throttled network and CPU; reads the browser's performance entries. */
export async function measureLoad(browser: Browser, url: string): Promise<Load> {
  const page = await newThrottledPage(browser, CPU_RATE);
  try {
    await page.addInitScript((types) => {
      globalThis.performanceEntries = [];
      for (const type of types) {
        new PerformanceObserver((list) => {
          performanceEntries.push(...list.getEntries().map((entry) => entry.toJSON() as Entry));
        }).observe({ type, buffered: true });
      }
    }, OBSERVED);
    await page.goto(url);
    await page.waitForSelector("[data-row]");
    const scripts = await page.evaluate(scriptPaths);
    await page.waitForLoadState("networkidle");
    return { ...summarize(await page.evaluate(() => performanceEntries)), scripts };
  } finally {
    await page.context().close();
  }
}

function scriptPaths(): string[] {
  const paths = performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname);
  return paths.filter((path) => path.endsWith(".js"));
}

function summarize(entries: readonly Entry[]): Omit<Load, "scripts"> {
  const ofType = (type: string) => entries.filter(({ entryType }) => entryType === type);
  const first = ofType("paint").find(({ name }) => name === "first-contentful-paint");
  const largest = ofType("largest-contentful-paint").at(-1);
  if (first === undefined || largest === undefined) throw new Error("The page painted nothing.");
  const long = ofType("longtask");
  const afterPaint = long.filter(
    ({ startTime, duration }) => startTime + duration > first.startTime,
  );
  return {
    firstPaint: first.startTime,
    largestPaint: largest.startTime,
    blocked: blockingTime(long),
    blockedSincePaint: blockingTime(afterPaint),
    shift: worstShift(
      ofType("layout-shift").filter(({ hadRecentInput }) => hadRecentInput !== true),
    ),
  };
}

function blockingTime(tasks: readonly Entry[]): number {
  return tasks.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0);
}

/** Shifts less than 1 s apart, and within 5 s, are one burst. */
function worstShift(shifts: readonly Entry[]): number {
  let worst = 0;
  let burst = { sum: 0, start: -Infinity, last: -Infinity };
  for (const { startTime, value = 0 } of shifts) {
    const isSameBurst = startTime - burst.last < 1000 && startTime - burst.start < 5000;
    burst = isSameBurst
      ? { ...burst, sum: burst.sum + value, last: startTime }
      : { sum: value, start: startTime, last: startTime };
    worst = Math.max(worst, burst.sum);
  }
  return worst;
}

declare global {
  var performanceEntries: Entry[];
}
