import { expect, type Page } from "@playwright/test";
import { misfits } from "../layout/fit.ts";
import { vanished } from "../layout/forced.ts";
import { obscured } from "../layout/obscured.ts";
import { smallTargets } from "../layout/targets.ts";
import { findings, settled, type What } from "./scan.ts";

export const SCHEMES = ["light", "dark"] as const;
export type Scheme = (typeof SCHEMES)[number];

/** In CSS pixels: a desk, the same at 400 % (WCAG 1.4.10), and a large screen. */
export const WIDTHS = { 320: 640, 1280: 800, 1920: 1080 } as const;
export type Width = keyof typeof WIDTHS;

/** What a page opens with from now on. */
export async function setViewport(page: Page, scheme: Scheme, width: Width): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
  await page.setViewportSize({ width, height: WIDTHS[width] });
}

/** Gives the open page other colours and another width, and waits until it shows. */
export async function applyLook(page: Page, scheme: Scheme, width: Width): Promise<void> {
  await setViewport(page, scheme, width);
  await expect(page.locator("html")).toHaveCSS("color-scheme", scheme);
}

/** Whatever is wrong with the page as it is: axe's findings, and what does not fit. */
export async function collectA11yIssues(page: Page, what: What = "all"): Promise<string[]> {
  const found = await findings(page, what);
  if (what === "all") found.push(...(await findLayoutIssues(page)));
  return found;
}

/** Rows that a new width makes higher follow it a frame or more later. */
const LOOKS = 10;

/** What of the page does not fit, however long one looks, and what is too small to press. */
export async function findLayoutIssues(page: Page): Promise<string[]> {
  let found: string[] = [];
  for (let looks = 0; looks < LOOKS; looks++) {
    await painted(page);
    await settled(page);
    found = [...(await page.evaluate(misfits)), ...(await page.evaluate(smallTargets))];
    if (found.length === 0) break;
  }
  return found;
}

/** Long for a frame: a page that has nothing to paint may never give one. */
const NO_FRAME_MS = 1000;

/** Waits until what has changed by now is painted. */
export function painted(page: Page): Promise<void> {
  return page.evaluate(
    (most) =>
      new Promise<void>((done) => {
        requestAnimationFrame(() => requestAnimationFrame(() => done()));
        setTimeout(done, most);
      }),
    NO_FRAME_MS,
  );
}

/** Moves the focus about: the last look at a page. */
export const findObscuredFocus = (page: Page): Promise<string[]> => page.evaluate(obscured);

/** Makes the system impose its colours on a page from now on. */
export const forceColours = (page: Page): Promise<void> =>
  page.emulateMedia({ forcedColors: "active" });

/** What of a page in the system's colours tells nothing; moves the focus about. */
export async function findForcedColourIssues(page: Page): Promise<string[]> {
  await settled(page);
  // The focus shows to those who use keys.
  await page.keyboard.press("Shift");
  return page.evaluate(vanished);
}
