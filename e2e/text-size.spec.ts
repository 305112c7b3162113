import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { findLayoutIssues } from "./lib/a11yIssues.ts";

const PAGES = [
  "/",
  "/sip",
  "/sip/25",
  "/status",
  "/status/wall",
  "/external-numbers",
  "/smart-numbers?user=12",
  "/voicemail",
  "/directions",
];
/** WCAG 1.4.12: what a person may set without losing anything. */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
  p { margin-bottom: 2em !important }`;
/** As a person sets it who reads badly. */
const LARGE = "html { font-size: 24px }";

const LOOKS = { "spaced text": SPACED, "large text": LARGE };
const WIDTHS = [1280, 360];

async function dressIn(page: Page, css: string): Promise<void> {
  // A style in the page is against its policy.
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, css);
  await expect(page.locator("html")).toHaveAttribute("data-roomy");
}

for (const [name, css] of Object.entries(LOOKS)) {
  test(`nothing is cut of ${name}, on a desk and on a phone`, async ({ page }) => {
    const found: string[] = [];
    for (const path of PAGES) {
      await page.goto(path);
      await expect(page.locator("[data-page-title]")).toBeAttached();
      await expect(page.getByRole("status").filter({ hasText: /loading/i })).toHaveCount(0);
      await dressIn(page, css);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        found.push(...(await findLayoutIssues(page)).map((one) => `${path}, ${width}: ${one}`));
      }
    }
    expect(found).toEqual([]);
  });
}

test("no number and no time of the wall breaks, on any screen, in a large office", async ({
  page,
  office,
}) => {
  await office.reset({ accounts: 1500 });
  await page.goto("/status/wall");
  await expect(page.getByText(/more .*online/i)).toBeVisible();
  for (const width of [360, 768, 1280, 3840]) {
    await page.setViewportSize({ width, height: Math.round(Math.max(640, width * 0.56)) });
    const broken = await page.evaluate(() =>
      [...document.querySelectorAll("header dd, header time")].flatMap((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        const [first, ...others] = range.getClientRects();
        const breaks = others.some(({ bottom }) => bottom > (first?.bottom ?? 0) + 2);
        return breaks ? [element.textContent] : [];
      }),
    );
    expect(broken, `${width} px`).toEqual([]);
  }
});
