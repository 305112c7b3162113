import { expect, type Locator, type Page } from "@playwright/test";
import type { PageMonitor } from "./pageMonitor.ts";

/** Presses Tab until the target has the focus. */
export async function tabTo(
  page: Page,
  target: Locator,
  key: "Tab" | "Shift+Tab" = "Tab",
): Promise<void> {
  for (let presses = 0; presses < 120; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  await expect(target).toBeFocused();
}

/** Tabs to a control and presses a key on it. */
export async function press(page: Page, target: Locator, key = "Enter"): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press(key);
}

/** Expects that an element has the focus and is in the viewport. */
export async function expectVisibleFocus(page: Page): Promise<void> {
  const focused = page.locator("*:focus");
  await expect(focused).toHaveCount(1);
  await expect(focused).toBeInViewport();
}

const FOCUS_LOST = "the focus is lost";

/**
 * From the next page load on, fails the test if a key press moves the focus to `body`, except for
 * a moment, in which closing panels and loading pages restore it. Tabbing from the last control out
 * of the page is fine.
 */
export async function watchFocus(page: Page, monitor: PageMonitor): Promise<void> {
  page.context().on("console", (message) => {
    if (message.text().startsWith(FOCUS_LOST)) monitor.problems.push(message.text());
  });
  await page.addInitScript((prefix) => {
    // A reused page already has the watcher.
    if ("focusIsWatched" in globalThis) return;
    Object.assign(globalThis, { focusIsWatched: true });
    const CHECK_MS = 100;
    const MAX_CHECKS_WITHOUT_FOCUS = 5;
    let lastFocused: Element | undefined;
    let key: string | undefined;
    let checksWithoutFocus = 0;
    addEventListener(
      "keydown",
      (event) => {
        ({ key } = event);
      },
      true,
    );
    addEventListener(
      "pointerdown",
      () => {
        key = undefined;
      },
      true,
    );
    setInterval(() => {
      const { activeElement, body } = document;
      if (activeElement !== null && activeElement !== body) {
        lastFocused = activeElement;
        checksWithoutFocus = 0;
        return;
      }
      const isOutside = key === "Tab" && lastFocused?.isConnected === true;
      if (lastFocused === undefined || key === undefined || isOutside) return;
      checksWithoutFocus += 1;
      if (checksWithoutFocus !== MAX_CHECKS_WITHOUT_FOCUS) return;
      const name = lastFocused.getAttribute("aria-label") ?? lastFocused.textContent ?? "";
      // oxlint-disable-next-line no-console -- the test listens to it
      console.debug(`${prefix} after ${key} on ${lastFocused.tagName} “${name.slice(0, 40)}”`);
    }, CHECK_MS);
  }, FOCUS_LOST);
}
