import type { Browser, Page } from "@playwright/test";

/** What a cold load of a page was like; times in ms since the navigation. */
export interface Load {
  firstPaint: number;
  largestPaint: number;
  /**
   * What tasks took beyond 50 ms each, from the navigation until the rows show and the network is
   * quiet. The usual total blocking time leaves out what comes before the first paint. By that an
   * app that paints nothing until all its code has run blocks nobody; so here all of it counts.
   */
  blocked: number;
  /** The same of the tasks that were not over by the first paint, as the usual figure has it. */
  blockedSincePaint: number;
  /** The worst burst of layout shifts, as browsers score it. */
  shift: number;
  /** Paths of the scripts that were there when the rows showed. */
  scripts: string[];
}

/** Lighthouse's slow phone on a slow line: "Slow 4G" as a browser's own throttling takes it. */
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
  /** Of a layout shift. */
  value?: number;
  hadRecentInput?: boolean;
}

/** A page of its own context, with nothing in its cache, behind a slow line. */
export async function coldPage(browser: Browser, cpuRate = 1): Promise<Page> {
  const context = await browser.newContext({ viewport: VIEWPORT, locale: "ru-RU" });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", SLOW_4G);
  await session.send("Emulation.setCPUThrottlingRate", { rate: cpuRate });
  return page;
}

/** Opens `url` cold on a slow line and processor; reads the browser's own timings. */
export async function measureLoad(browser: Browser, url: string): Promise<Load> {
  const page = await coldPage(browser, CPU_RATE);
  try {
    await page.addInitScript((types) => {
      globalThis.seenEntries = [];
      for (const type of types) {
        new PerformanceObserver((list) => {
          seenEntries.push(...list.getEntries().map((entry) => entry.toJSON() as Entry));
        }).observe({ type, buffered: true });
      }
    }, OBSERVED);
    await page.goto(url);
    await page.waitForSelector("[data-row]");
    const scripts = await page.evaluate(scriptPaths);
    await page.waitForLoadState("networkidle");
    return { ...loadOf(await page.evaluate(() => seenEntries)), scripts };
  } finally {
    await page.context().close();
  }
}

function scriptPaths(): string[] {
  const paths = performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname);
  return paths.filter((path) => path.endsWith(".js"));
}

function loadOf(entries: readonly Entry[]): Omit<Load, "scripts"> {
  const of = (type: string) => entries.filter(({ entryType }) => entryType === type);
  const first = of("paint").find(({ name }) => name === "first-contentful-paint");
  const largest = of("largest-contentful-paint").at(-1);
  if (first === undefined || largest === undefined) throw new Error("The page painted nothing.");
  const long = of("longtask");
  const late = long.filter(({ startTime, duration }) => startTime + duration > first.startTime);
  return {
    firstPaint: first.startTime,
    largestPaint: largest.startTime,
    blocked: beyond50(long),
    blockedSincePaint: beyond50(late),
    shift: worstShift(of("layout-shift").filter(({ hadRecentInput }) => hadRecentInput !== true)),
  };
}

function beyond50(tasks: readonly Entry[]): number {
  return tasks.reduce((sum, { duration }) => sum + Math.max(0, duration - 50), 0);
}

/** Shifts less than 1 s apart, and within 5 s, are one burst. */
function worstShift(shifts: readonly Entry[]): number {
  let worst = 0;
  let burst = { sum: 0, start: -Infinity, last: -Infinity };
  for (const { startTime, value = 0 } of shifts) {
    const goesOn = startTime - burst.last < 1000 && startTime - burst.start < 5000;
    burst = goesOn
      ? { ...burst, sum: burst.sum + value, last: startTime }
      : { sum: value, start: startTime, last: startTime };
    worst = Math.max(worst, burst.sum);
  }
  return worst;
}

declare global {
  var seenEntries: Entry[];
}
