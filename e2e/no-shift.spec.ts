import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { waitForLayout } from "./lib/a11yIssues.ts";
import { openLoaded } from "./lib/loadedPages.ts";

const PAGES = [
  "/",
  "/sip",
  "/sip/25",
  "/status",
  "/external-numbers",
  "/voicemail",
  "/directions",
] as const;
/** Controls of a page that are tried, from its top. */
const TRIED = 25;

/** The name, place and size of each visible control, in CSS pixels. */
const places = (page: Page): Promise<[string, string][]> =>
  page.evaluate(() =>
    Array.from(document.querySelectorAll("a, button, input, select, summary"), (one, at) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      if (!(one instanceof HTMLElement)) return ["", ""];
      // What is added later must not count as what was there.
      one.dataset.place ??= `${at} ${one.ariaLabel ?? one.textContent}`;
      return [one.dataset.place, width > 1 ? `${x} ${y} ${width} ${height}` : ""];
    }),
  );

test("nothing moves by a pixel when a control is pointed at or has the focus", async ({ page }) => {
  test.setTimeout(60_000);
  // High enough that nothing scrolls.
  await page.setViewportSize({ width: 1280, height: 2000 });
  const moved: string[] = [];
  for (const path of PAGES) {
    await openLoaded(page, path);
    // The overview shows its first data before the last.
    await page.waitForLoadState("networkidle");
    await waitForLayout(page);
    const before = new Map(await places(page));
    const controls = page.locator(":is(header, main) :is(a[href], button, input, select):visible");
    const count = Math.min(TRIED, await controls.count());
    for (let index = 0; index < count; index++) {
      const control = controls.nth(index);
      await control.focus();
      await control.hover({ force: true });
      for (const [name, place] of await places(page)) {
        const was = before.get(name) ?? "";
        if (place !== was && was !== "")
          moved.push(`${path}, ${index}: ${name}: ${was} → ${place}`);
      }
    }
  }
  expect(moved).toEqual([]);
});

test("a filter that is pressed keeps its width", async ({ page }) => {
  for (const path of ["/sip", "/status", "/external-numbers", "/directions"] as const) {
    await openLoaded(page, path);
    const chips = page.getByRole("main").locator("button[aria-pressed]:has(span)");
    for (const text of (await chips.allTextContents()).slice(1)) {
      const chip = chips.filter({ hasText: text }).first();
      const before = await chip.evaluate((one) => one.getBoundingClientRect().width);
      await chip.click();
      await expect(chip).toHaveAttribute("aria-pressed", "true");
      expect(await chip.evaluate((one) => one.getBoundingClientRect().width), text).toBe(before);
      await chips.first().click();
    }
  }
});
