import { expect, type Page } from "@playwright/test";
import { scan } from "./scan.ts";
import { sideways } from "./screen.ts";

/** Holds that axe finds nothing in either scheme, and that a phone does not scroll sideways. */
export async function expectGood(page: Page): Promise<void> {
  await scan(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(page.locator("html")).toHaveCSS("color-scheme", "dark");
  await page.setViewportSize({ width: 360, height: 800 });
  await scan(page);
  expect(await sideways(page), "no sideways scrolling on a phone").toBe(0);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ colorScheme: "light" });
}
