import { expect, type Locator, type Page } from "@playwright/test";
import type { Watch } from "./watch.ts";

/** Presses Tab until something has the focus; on the way it must never be lost. */
export async function tabTo(
  page: Page,
  target: Locator,
  key: "Tab" | "Shift+Tab" = "Tab",
): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
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

/** Whatever has the focus is something, it shows, and it is marked for the eye. */
export async function expectVisibleFocus(page: Page): Promise<void> {
  const focused = page.locator("*:focus");
  await expect(focused).toHaveCount(1);
  await expect(focused).toBeInViewport();
}

const LOST = "the focus is lost";

/**
 * From the next page on, a focus that a key press loses to `body` fails the test. For a moment it
 * may: what closes, and a page whose code still comes, take that long to give it back. Tab out of
 * the page, from its last control into the browser's own, loses nothing.
 */
export async function watchFocus(page: Page, watched: Watch): Promise<void> {
  page.context().on("console", (message) => {
    if (message.text().startsWith(LOST)) watched.trouble.push(message.text());
  });
  await page.addInitScript((lost) => {
    // A page that tests use one after another was told before.
    if ("focusIsWatched" in globalThis) return;
    Object.assign(globalThis, { focusIsWatched: true });
    const LOOK_MS = 100;
    const LOOKS = 5;
    let had: Element | undefined;
    let key: string | undefined;
    let without = 0;
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
        had = activeElement;
        without = 0;
        return;
      }
      const isOutside = key === "Tab" && had?.isConnected === true;
      if (had === undefined || key === undefined || isOutside) return;
      without += 1;
      if (without !== LOOKS) return;
      const name = had.getAttribute("aria-label") ?? had.textContent ?? "";
      // oxlint-disable-next-line no-console -- the test hears it
      console.debug(`${lost} after ${key} on ${had.tagName} “${name.slice(0, 40)}”`);
    }, LOOK_MS);
  }, LOST);
}
