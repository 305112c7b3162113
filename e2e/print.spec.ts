import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";

test.use({ colorScheme: "dark" });

/** The layout and colours of the page in print media. */
async function readPrintLayout(page: Page, rowCount?: number) {
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  // Emulation notifies the page a frame later; real printing does so before.
  if (rowCount !== undefined) await expect(page.locator("main tr[data-row]")).toHaveCount(rowCount);
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
      // Filters that are on and counters tell what the rows are.
      controls: [
        ...document.querySelectorAll("main :is(button, input):not([aria-pressed])"),
      ].flatMap((element) =>
        element.checkVisibility() && element.getClientRects().length > 0
          ? [element.outerHTML.slice(0, 120)]
          : [],
      ),
    };
  });
  await page.emulateMedia({ media: null, colorScheme: "dark" });
  return shown;
}

const PAPER = "rgb(255, 255, 255)";
/** Row counts of the paged lists. */
const ROW_COUNTS: Readonly<Record<string, number>> = { "/sip": 300, "/status": 300 };

test("every list prints all rows of its filter, black on white, without the frame", async ({
  page,
  office,
}) => {
  await office.reset({ accounts: 300 });
  // The width of A4 between its margins.
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
    // All of its pages have loaded.
    const rowCount = ROW_COUNTS[path];
    if (rowCount !== undefined)
      await expect(table).toHaveAttribute("aria-rowcount", `${rowCount + 1}`);
    await expect(page.getByText(/loaded/i)).toHaveCount(0);
    const { rows, head, ...shown } = await readPrintLayout(page, rowCount);
    expect(shown, path).toEqual({ paper: PAPER, pale: [], wide: 0, frame: 0, controls: [] });
    expect(head, path).toBe("table-header-group");
    expect(rows, path).toBeGreaterThan(5);
    await expect.poll(() => page.locator("main tr[data-row]").count()).toBeLessThan(60);
  }
  await page.goto("/sip/25");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  expect(await readPrintLayout(page)).toMatchObject({ paper: PAPER, pale: [], frame: 0 });
});

/** What is printed below the page's title. */
async function readStamp(page: Page): Promise<string> {
  await page.emulateMedia({ media: "print" });
  const stamp = await page.evaluate(() => {
    const header = document.querySelector("main header") ?? document.body;
    return getComputedStyle(header, "::after").content;
  });
  await page.emulateMedia({ media: null });
  return stamp;
}

test("a printed list says when it was printed, what was searched for and whose it is", async ({
  page,
}) => {
  const year = new Date().getFullYear();
  await page.goto("/sip?q=анна");
  // Its code loads after the page.
  await expect.poll(() => readStamp(page)).toMatch(`${year}`);
  expect(await readStamp(page)).toContain("Search: “анна”");
  await page.goto("/smart-numbers?user=12");
  await expect.poll(() => readStamp(page)).toContain("User 12");
  await expect.poll(() => readStamp(page)).not.toContain("Search");
});

test("the journal prints its filters in words, and says where changes are missing", async ({
  page,
  office,
}) => {
  for (let count = 0; count < 51; count++) {
    // oxlint-disable-next-line no-await-in-loop -- in this order
    await office.change("PATCH", "/sip/25", { role: `Floor ${count}` });
  }
  await page.goto("/journal?kind=sip");
  const entries = page.getByRole("main").getByRole("listitem");
  await expect(entries).toHaveCount(50);
  const missing = page.getByText("Older changes are not printed", { exact: false });
  await expect(missing).toBeHidden();
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(missing).toBeVisible();
  await expect(page.getByLabel("What")).toBeVisible();
  await expect(page.getByLabel("Outcome")).toBeHidden();
  await expect(page.getByRole("button", { name: "Undo" }).first()).toBeHidden();
  await page.emulateMedia({ media: null });
});

test("the phone book is printed in two columns, black on white, without its files", async ({
  page,
}) => {
  await page.setViewportSize({ width: 710, height: 1000 });
  await page.goto("/sip/phone-book");
  const names = page.getByRole("main").locator("section li");
  await expect(names).toHaveCount(23);
  expect(await readPrintLayout(page)).toMatchObject({ paper: PAPER, pale: [], wide: 0, frame: 0 });
  await page.emulateMedia({ media: "print" });
  await expect(page.getByText("Files for phones")).toBeHidden();
  const sides = await names.evaluateAll((all) => [
    ...new Set(all.map((name) => name.getBoundingClientRect().left)),
  ]);
  expect(sides).toHaveLength(2);
  const size = await names.first().evaluate((name) => getComputedStyle(name).fontSize);
  expect(Number.parseFloat(size)).toBeGreaterThanOrEqual(16);
  await page.emulateMedia({ media: null });
});

test("the phone book's PDF is not shrunk to fewer pages", async ({ page, office }) => {
  await office.reset({ accounts: 300 });
  await page.goto("/sip/phone-book");
  await expect(page.getByRole("main").locator("section li")).toHaveCount(299);
  const pdf = await page.pdf({ format: "A4" });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
  expect(pages.length).toBeGreaterThan(4);
});

test("the printed PDF has pages for all rows", async ({ page, office }) => {
  await office.reset({ accounts: 300 });
  await page.goto("/sip");
  await expect(page.getByText("300 accounts")).toBeVisible();
  const pdf = await page.pdf({ format: "A4" });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
  expect(pages.length).toBeGreaterThan(5);
});
