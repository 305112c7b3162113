import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });

const LISTS = [
  "/sip",
  "/status",
  "/status/changes",
  "/external-numbers",
  "/smart-numbers?user=12",
  "/directions",
];
/** Of 740 pixels: more than half of the screen shows rows. */
const ROWS_FROM = 260;
/** The minimum touch target, in CSS pixels. */
const TARGET = 44;

/** Names and sizes of the controls in bars and headers that are too small for touch. */
function smallControls(page: Page): Promise<string[]> {
  return page.evaluate((least) => {
    // Links in a row may be small, because the whole row can be tapped.
    const controls = document.querySelectorAll("button, select, nav a[href], main header a[href]");
    return [...controls].flatMap((control) => {
      const { width, height } = control.getBoundingClientRect();
      const isIn = control.checkVisibility({ visibilityProperty: true }) && width > 1;
      if (!isIn || (width >= least && height >= least)) return [];
      return [`${control.textContent} ${control.ariaLabel}: ${width} × ${height}`];
    });
  }, TARGET);
}

test("on a phone the rows of every list begin in the upper third", async ({ page }) => {
  for (const path of LISTS) {
    await page.goto(path);
    const row = page.locator("tr[data-row]").first();
    await expect(row).toBeVisible();
    await expect
      .poll(async () => (await row.boundingBox())?.y, { message: path })
      .toBeLessThan(ROWS_FROM);
    expect(await smallControls(page), path).toEqual([]);
  }
});

test("on a phone the phone book and the journal begin in the upper third, too", async ({
  page,
  office,
}) => {
  await office.change("PATCH", "/sip/25", { name: "Стойка" });
  for (const path of ["/sip/phone-book", "/journal"]) {
    await page.goto(path);
    const row = page.getByRole("main").getByRole("listitem").first();
    await expect(row).toBeVisible();
    await expect
      .poll(async () => (await row.boundingBox())?.y, { message: path })
      .toBeLessThan(ROWS_FROM);
  }
});

test("a phone's navigation bar has labelled icons and a menu for the rest", async ({ page }) => {
  await page.goto("/sip");
  const nav = page.getByRole("navigation", { name: "Sections" });
  await expect(nav.getByText("Accounts", { exact: true })).toBeVisible();
  await expect(page.getByRole("searchbox")).toHaveAttribute(
    "placeholder",
    "Name, extension, caller ID",
  );
  await expect(nav.getByRole("link", { name: "Destinations" })).toBeHidden();
  const more = nav.getByRole("button", { name: "More" });
  await more.tap();
  await page.keyboard.press("Escape");
  await expect(nav.getByRole("link", { name: "Destinations" })).toBeHidden();
  await expect(more).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(nav.getByRole("link", { name: "Smart numbers" })).toBeFocused();
  await nav.getByRole("link", { name: "Destinations" }).tap();
  await expect(page.getByRole("heading", { name: "Destinations" })).toBeVisible();
  await expect(nav.getByRole("link", { name: "Voicemail" })).toBeHidden();
  await more.tap();
  await nav.getByRole("button", { name: "По-русски" }).tap();
  await expect(page.getByRole("heading", { name: "Направления" })).toBeVisible();
});

test("on a phone one button opens the filters and counts the active ones", async ({ page }) => {
  await page.goto("/sip?state=online");
  const filters = page.getByRole("button", { name: /^Filters/ });
  await expect(filters).toHaveAccessibleName("Filters 1 filter is on");
  await expect(page.getByRole("button", { name: /^Offline/ })).toBeHidden();
  await filters.tap();
  await page.getByRole("button", { name: /^No caller ID/ }).tap();
  await expect(filters).toHaveAccessibleName("Filters 2 filters are on");
});
