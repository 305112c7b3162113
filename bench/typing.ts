import type { Browser, Page } from "@playwright/test";
import { withBrowser } from "./browser.ts";
import { buildApp, serveBuild } from "./floor.ts";
import { report } from "./report.ts";

const PLAN = { few: 100, many: 10_000 };
/** The most that the slow presses (p95) may take with many accounts, against few. */
const MOST_RATIO = 1.5;
/** Milliseconds between presses: long enough for the list to follow each. */
const PACE_MS = 250;
/** Digits and spaces are keys on every layout: of letters Playwright sends no key. */
const WORDS = ["205", "1017", "7900 12", "33 22 10", "9 0 1", "88"];
const ROUNDS = 3;

/** Milliseconds from a press to the frame that shows the letter, and to the one with the list. */
interface Pressed {
  letters: number[];
  lists: number[];
}

/** Types into the search of a large office and of a small one, by turns. */
export async function benchTyping(): Promise<void> {
  await buildApp();
  const few: Pressed = { letters: [], lists: [] };
  const many: Pressed = { letters: [], lists: [] };
  const fewServer = await serveBuild("app", PLAN.few);
  const manyServer = await serveBuild("app", PLAN.many);
  await withBrowser(async (browser) => {
    for (let round = 0; round < ROUNDS; round++) {
      await typeAll(browser, fewServer.url, few);
      await typeAll(browser, manyServer.url, many);
    }
  });
  await Promise.all([fewServer.close(), manyServer.close()]);
  tell("letter", many.letters, few.letters);
  tell("list", many.lists, few.lists);
}

function tell(what: string, many: readonly number[], few: readonly number[]): void {
  const ratio = p95(many) / p95(few);
  report(
    ratio <= MOST_RATIO,
    `From a key to the painted ${what}, ${PLAN.many} accounts against ${PLAN.few}: ` +
      `${ratio.toFixed(2)} × (at most ${MOST_RATIO}; p95 ${p95(many).toFixed(1)} and ` +
      `${p95(few).toFixed(1)} ms of ${many.length} presses)`,
  );
}

function p95(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}

/** Opens the list, waits until all of it is there, and listens to the keys. */
async function openList(page: Page, url: string): Promise<void> {
  await page.goto(`${url}/sip`);
  await page.waitForSelector("[data-row]");
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => {
    globalThis.pressed = { letters: [], lists: [] };
    let at: number | undefined;
    const count = document.querySelector("main [role=status]");
    if (count === null) throw new Error("The list does not say how many it shows.");
    // A task after the next frame: what that shows is painted.
    new MutationObserver(() => {
      if (at === undefined) return;
      const since = at;
      at = undefined;
      requestAnimationFrame(() => setTimeout(() => pressed.lists.push(performance.now() - since)));
    }).observe(count, { characterData: true, subtree: true, childList: true });
    document.addEventListener(
      "keydown",
      ({ timeStamp }) => {
        at = timeStamp;
        requestAnimationFrame(() =>
          setTimeout(() => pressed.letters.push(performance.now() - timeStamp)),
        );
      },
      true,
    );
  });
}

/** In a page of its own: browsers slow down those that are not in front. */
async function typeAll(browser: Browser, url: string, into: Pressed): Promise<void> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await openList(page, url);
  const box = page.getByRole("searchbox");
  for (const word of WORDS) {
    await box.fill("");
    await page.waitForURL((address) => address.search === "");
    await box.pressSequentially(word, { delay: PACE_MS });
  }
  const { letters, lists } = await page.evaluate(() => pressed);
  into.letters.push(...letters);
  into.lists.push(...lists);
  await page.close();
}

declare global {
  var pressed: Pressed;
}
