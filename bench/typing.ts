import type { Browser, Page } from "@playwright/test";
import { withBrowser } from "./browser.ts";
import { buildApp, serveBuild } from "./builds.ts";
import { report } from "./report.ts";

const PLAN = { few: 100, many: 10_000 };
/** The most that the p95 latency may be with many accounts, as a multiple of few. */
const MAX_RATIO = 1.5;
/** Milliseconds between key presses: long enough for the list to update after each. */
const KEY_DELAY_MS = 250;
/** Digits and spaces only: for Cyrillic letters Playwright sends no key events. */
const QUERIES = ["205", "1017", "7900 12", "33 22 10", "9 0 1", "88"];
const ROUNDS = 3;

/** Milliseconds from a key press to the frame with the typed character, and to the frame with the list. */
interface KeyTimings {
  inputMs: number[];
  listMs: number[];
}

/** Types into the search of a large office and of a small one, in turns. */
export async function benchTyping(): Promise<void> {
  await buildApp();
  const few: KeyTimings = { inputMs: [], listMs: [] };
  const many: KeyTimings = { inputMs: [], listMs: [] };
  const fewServer = await serveBuild("app", PLAN.few);
  const manyServer = await serveBuild("app", PLAN.many);
  await withBrowser(async (browser) => {
    for (let round = 0; round < ROUNDS; round++) {
      await typeQueries(browser, fewServer.url, few);
      await typeQueries(browser, manyServer.url, many);
    }
  });
  await Promise.all([fewServer.close(), manyServer.close()]);
  reportResults("letter", many.inputMs, few.inputMs);
  reportResults("list", many.listMs, few.listMs);
}

function reportResults(what: string, many: readonly number[], few: readonly number[]): void {
  const ratio = p95(many) / p95(few);
  report(
    ratio <= MAX_RATIO,
    `From a key to the painted ${what}, ${PLAN.many} accounts against ${PLAN.few}: ` +
      `${ratio.toFixed(2)} × (at most ${MAX_RATIO}; p95 ${p95(many).toFixed(1)} and ` +
      `${p95(few).toFixed(1)} ms of ${many.length} presses)`,
  );
}

function p95(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}

/** Opens the list, waits until it is complete, and starts recording key timings. */
async function openList(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/sip`);
  await page.waitForSelector("[data-row]");
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => {
    globalThis.keyTimings = { inputMs: [], listMs: [] };
    let pressedAt: number | undefined;
    const count = document.querySelector("main [role=status]");
    if (count === null) throw new Error("The list shows no row count.");
    // A task after the next frame runs once that frame is painted.
    new MutationObserver(() => {
      if (pressedAt === undefined) return;
      const since = pressedAt;
      pressedAt = undefined;
      requestAnimationFrame(() =>
        setTimeout(() => keyTimings.listMs.push(performance.now() - since)),
      );
    }).observe(count, { characterData: true, subtree: true, childList: true });
    document.addEventListener(
      "keydown",
      ({ timeStamp }) => {
        pressedAt = timeStamp;
        requestAnimationFrame(() =>
          setTimeout(() => keyTimings.inputMs.push(performance.now() - timeStamp)),
        );
      },
      true,
    );
  });
}

/** Types all queries in a new page, because browsers throttle background pages. */
async function typeQueries(browser: Browser, url: string, into: KeyTimings): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await openList(page, url);
  const box = page.getByRole("searchbox");
  for (const query of QUERIES) {
    await box.fill("");
    await page.waitForURL((address) => address.search === "");
    await box.pressSequentially(query, { delay: KEY_DELAY_MS });
  }
  const { inputMs, listMs } = await page.evaluate(() => keyTimings);
  into.inputMs.push(...inputMs);
  into.listMs.push(...listMs);
  await page.close();
}

declare global {
  var keyTimings: KeyTimings;
}
