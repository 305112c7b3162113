import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

test.use({ colorScheme: "dark" });

/** Rows and words as they stand while the browser makes pages of them. */
async function printed(page: Page, whole?: number) {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  // Here the page hears of it with its next frame; a browser that prints says it before.
  if (whole !== undefined) await expect(page.locator("main tr[data-row]")).toHaveCount(whole);
  const shown = await page.evaluate(() => {
    const texts = [...document.querySelectorAll("main h1, main td *, main dd, main p")].filter(
      (element) => element.checkVisibility() && element.textContent.trim() !== "",
    );
    return {
      rows: document.querySelectorAll("main tr[data-row]").length,
      paper: getComputedStyle(document.body).backgroundColor,
      pale: texts.flatMap((element) => {
        const parts = getComputedStyle(element).color.match(/\d+/g) ?? [];
        return Math.max(...parts.slice(0, 3).map(Number)) > 0x60 ? [element.textContent] : [];
      }),
      head: getComputedStyle(document.querySelector("thead") ?? document.body).display,
      wide: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      frame: [...document.querySelectorAll("nav, header:has(form), [href='#main']")].filter(
        (element) => element.checkVisibility(),
      ).length,
    };
  });
  await page.emulateMedia({ media: null, colorScheme: "dark" });
  return shown;
}

const PAPER = "rgb(255, 255, 255)";
/** Rows of lists in pages. */
const WHOLE: Readonly<Record<string, number>> = { "/sip": 300, "/status": 300 };

test("every list prints all rows of its filter, black on white, without the frame", async ({
  page,
  office,
}) => {
  await office.reset({ accounts: 300 });
  // As wide as A4 between its margins.
  await page.setViewportSize({ width: 710, height: 1000 });
  for (const path of [
    "/sip",
    "/sip?state=online",
    "/status",
    "/external-numbers",
    "/smart-numbers?user=12",
    "/directions",
  ]) {
    await page.goto(path);
    const table = page.getByRole("table");
    await expect(table).toBeVisible();
    // All of its pages have come.
    const whole = WHOLE[path];
    if (whole !== undefined) await expect(table).toHaveAttribute("aria-rowcount", `${whole + 1}`);
    await expect(page.getByText(/loaded/i)).toHaveCount(0);
    const { rows, head, ...shown } = await printed(page, whole);
    expect(shown, path).toEqual({ paper: PAPER, pale: [], wide: 0, frame: 0 });
    expect(head, path).toBe("table-header-group");
    expect(rows, path).toBeGreaterThan(5);
    await expect.poll(() => page.locator("main tr[data-row]").count()).toBeLessThan(60);
  }
  await page.goto("/sip/25");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await printed(page)).toMatchObject({ paper: PAPER, pale: [], frame: 0 });
});

test("what the browser prints has as many pages as all rows take", async ({ page, office }) => {
  await office.reset({ accounts: 300 });
  await page.goto("/sip");
  await expect(page.getByText("300 accounts")).toBeVisible();
  const pdf = await page.pdf({ format: "A4" });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
  expect(pages.length).toBeGreaterThan(5);
});
