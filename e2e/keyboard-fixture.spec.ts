import { expect, test } from "./fixtures.ts";
import { keyboardTest } from "./keyboardFixture.ts";
import {
  forbidPointer,
  LOCATOR_ACTIONS,
  MOUSE_ACTIONS,
  PAGE_ACTIONS,
} from "./lib/forbidPointer.ts";
import { heading } from "./lib/screen.ts";

const call = (owner: object, name: string) => () => (owner as Record<string, () => void>)[name]?.();

test("while the pointer is forbidden, each action by pointer or script throws, and none after", async ({
  page,
}) => {
  await page.goto("/sip");
  const link = page.getByRole("link", { name: "Create account" });
  await expect(link).toBeVisible();
  const { calls, allow } = forbidPointer(page);
  try {
    for (const name of LOCATOR_ACTIONS)
      expect(call(link, name), name).toThrow(`locator.${name} in a keyboard test`);
    for (const name of PAGE_ACTIONS)
      expect(call(page, name), name).toThrow(`page.${name} in a keyboard test`);
    for (const name of MOUSE_ACTIONS)
      expect(call(page.mouse, name), name).toThrow(`mouse.${name} in a keyboard test`);
    expect(call(page.touchscreen, "tap")).toThrow("touchscreen.tap in a keyboard test");
    expect(() => link.evaluate((element) => element.focus())).toThrow("locator.evaluate");
    expect(() => page.evaluate(() => document.querySelector("a")?.click())).toThrow(
      "page.evaluate",
    );
    expect(await link.evaluate((element) => element.tagName)).toBe("A");
    await page.keyboard.press("Tab");
  } finally {
    allow();
  }
  expect(calls).toHaveLength(
    LOCATOR_ACTIONS.length + PAGE_ACTIONS.length + MOUSE_ACTIONS.length + 3,
  );
  await link.click();
  await expect(page).toHaveURL("/sip/new");
});

keyboardTest.describe(() => {
  keyboardTest.fail();

  keyboardTest("a keyboard test fails even if it catches what a click throws", async ({ page }) => {
    await page.goto("/sip");
    await expect(heading(page)).toBeVisible();
    try {
      await heading(page).click();
    } catch {
      // The test is expected to fail nevertheless.
    }
  });
});
