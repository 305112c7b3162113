import { expect, type Locator, type Page } from "@playwright/test";

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

/** Whatever has the focus is something, it shows, and it is marked for the eye. */
export async function expectVisibleFocus(page: Page): Promise<void> {
  const focused = page.locator("*:focus");
  await expect(focused).toHaveCount(1);
  await expect(focused).toBeInViewport();
}
