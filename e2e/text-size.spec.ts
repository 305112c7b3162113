import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { findLayoutIssues } from "./lib/a11yIssues.ts";
import { type LoadedPath, openLoaded } from "./lib/loadedPages.ts";

const PAGES: readonly LoadedPath[] = [
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
const PAGE_TIMEOUT_MS = 10_000;
/** Text spacing of WCAG 1.4.12. */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
  p { margin-bottom: 2em !important }`;
/** A larger font size in the browser's settings. */
const LARGE = "html { font-size: 24px }";

const TEXT_STYLES = { "spaced text": SPACED, "large text": LARGE };
const WIDTHS = [1280, 360];

async function applyCss(page: Page, css: string): Promise<void> {
  // The page's policy forbids inline styles.
  await page.evaluate((text) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(text);
    document.adoptedStyleSheets = [sheet];
  }, css);
  await expect(page.locator("html")).toHaveAttribute("data-roomy");
}

for (const [name, css] of Object.entries(TEXT_STYLES)) {
  test(`${name} has no layout issues on a desktop and on a phone`, async ({ page }) => {
    test.setTimeout(PAGES.length * PAGE_TIMEOUT_MS);
    const found: string[] = [];
    for (const path of PAGES) {
      await openLoaded(page, path);
      await expect(page.getByRole("status").filter({ hasText: /loading/i })).toHaveCount(0);
      await applyCss(page, css);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 });
        found.push(...(await findLayoutIssues(page)).map((one) => `${path}, ${width}: ${one}`));
      }
    }
    expect(found).toEqual([]);
  });
}

test("the wall of a large office breaks no number or time across lines and cuts none off, on any screen", async ({
  page,
  office,
}) => {
  await office.reset({ accounts: 1500 });
  await page.goto("/status/wall");
  await expect(page.getByText(/^1 of \d\d/)).toBeVisible();
  for (const width of [360, 768, 1280, 3840]) {
    await page.setViewportSize({ width, height: Math.round(Math.max(640, width * 0.56)) });
    const broken = await page.evaluate(() =>
      [
        ...document.querySelectorAll(
          "header dd, header time, main li [class*=extension], main li [class*=phone]",
        ),
      ].flatMap((element) => {
        const range = document.createRange();
        range.selectNodeContents(element);
        const [first, ...others] = range.getClientRects();
        const breaks = others.some(({ bottom }) => bottom > (first?.bottom ?? 0) + 2);
        const isCut = element.scrollWidth > element.clientWidth;
        return breaks || isCut ? [element.textContent] : [];
      }),
    );
    expect(broken, `${width} px`).toEqual([]);
  }
});
