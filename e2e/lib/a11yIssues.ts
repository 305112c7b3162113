import { expect, type Page } from "@playwright/test";
import { layoutIssues } from "../layout/layoutIssues.ts";
import { forcedColourIssues } from "../layout/forcedColourIssues.ts";
import { obscuredFocus } from "../layout/obscuredFocus.ts";
import { smallTargets } from "../layout/smallTargets.ts";
import { findAxeViolations, waitForAnimations, type ScanScope } from "./axe.ts";

export const SCHEMES = ["light", "dark"] as const;
export type Scheme = (typeof SCHEMES)[number];

/** Heights by width, in CSS pixels: a desktop, the same at 400 % zoom (WCAG 1.4.10), a large screen. */
export const WIDTHS = { 320: 640, 360: 740, 1280: 800, 1920: 1080 } as const;
export type Width = keyof typeof WIDTHS;

/** Sets colour scheme and viewport size. */
export async function setViewport(page: Page, scheme: Scheme, width: Width): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
  await page.setViewportSize({ width, height: WIDTHS[width] });
}

/** Changes colour scheme and width of an open page, and waits until they are applied. */
export async function changeViewport(page: Page, scheme: Scheme, width: Width): Promise<void> {
  await setViewport(page, scheme, width);
  await expect(page.locator("html")).toHaveCSS("color-scheme", scheme);
}

/** All issues of the current page: axe violations and layout issues. */
export async function collectA11yIssues(page: Page, scope: ScanScope = "all"): Promise<string[]> {
  const found = await findAxeViolations(page, scope);
  if (scope === "all") found.push(...(await findLayoutIssues(page)));
  return found;
}

/** Waits until nothing moves any more: a change of width may take several frames. */
export async function waitForLayout(page: Page): Promise<void> {
  let before: string | undefined;
  const hasSettled = async () => {
    await waitForPaint(page);
    await waitForAnimations(page);
    const now = await page.evaluate(() =>
      Array.from(document.querySelectorAll("body *"), (element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return [x, y, width, height].map(Math.round).join(" ");
      }).join(),
    );
    const isSame = now === before;
    before = now;
    return isSame;
  };
  await expect.poll(hasSettled, { message: "the layout comes to rest", intervals: [0] }).toBe(true);
}

/**
 * Layout issues and too small targets of a page at rest; keeps those of only one of two checks too.
 */
export async function findLayoutIssues(page: Page): Promise<string[]> {
  const found = new Set<string>();
  for (let check = 0; check < 2; check++) {
    await waitForLayout(page);
    for (const one of await page.evaluate(layoutIssues)) found.add(one);
    for (const one of await page.evaluate(smallTargets)) found.add(one);
  }
  return [...found];
}

/** Fallback, because without anything to paint there may be no frame. */
const NO_FRAME_MS = 1000;

/** Waits until pending changes are painted. */
export function waitForPaint(page: Page): Promise<void> {
  return page.evaluate(
    (timeoutMs) =>
      new Promise<void>((done) => {
        requestAnimationFrame(() => requestAnimationFrame(() => done()));
        setTimeout(done, timeoutMs);
      }),
    NO_FRAME_MS,
  );
}

/** Moves the focus, so it has to be the last check of a page. */
export const findObscuredFocus = (page: Page): Promise<string[]> => page.evaluate(obscuredFocus);

/** Emulates forced colours. */
export const forceColours = (page: Page): Promise<void> =>
  page.emulateMedia({ forcedColors: "active" });

/** Issues of a page in forced colours; moves the focus. */
export async function findForcedColourIssues(page: Page): Promise<string[]> {
  await waitForAnimations(page);
  // `:focus-visible` needs a key press.
  await page.keyboard.press("Shift");
  return page.evaluate(forcedColourIssues);
}
