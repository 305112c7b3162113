import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { counter, expectBoardExtensions, expectRowCount } from "./lib/board.ts";
import {
  expectExtensions,
  heading,
  openDelete,
  rows,
  searchBox,
  shownCount,
  horizontalOverflow,
} from "./lib/screen.ts";

/** The most elements of a table, however many accounts there are. */
const MOST_ELEMENTS = 600;

/** At once or soon: the code of the windowed table comes with the first long one. */
async function expectFewElements(page: Page): Promise<void> {
  const table = page.getByRole("table");
  await expect
    .poll(() => table.evaluate((element) => element.querySelectorAll("*").length))
    .toBeLessThanOrEqual(MOST_ELEMENTS);
}

test("the list shows the first of 10,000 accounts at once, then all, and every one is reachable", async ({
  page,
  office,
}) => {
  await office.reset({ accounts: 10_000 });
  // Only later pages are slow.
  await office.faults(
    { operation: "GET /sip", fault: "latency:0", times: 1 },
    { operation: "GET /sip", fault: "latency:4000", times: 4 },
  );
  await page.goto("/sip");
  await expect(rows(page).first()).toContainText("Ресепшен");
  const progress = page.getByRole("progressbar");
  await expect(progress).toBeVisible();
  await expect(page.getByText("Loaded 100 of 10,000…")).toBeVisible();
  await expectFewElements(page);
  await expect(shownCount(page)).toHaveText("10,000 accounts", { timeout: 20_000 });
  await expect(progress).toHaveCount(0);
  await expect(page.getByRole("table")).toHaveAttribute("aria-rowcount", "10001");
  await expectFewElements(page);

  await page.keyboard.press("End");
  await expect(rows(page).last()).toContainText("10199");
  await expect(rows(page).last()).toHaveAttribute("aria-rowindex", "10001");
  await expectFewElements(page);

  await searchBox(page).fill("7777");
  await expectExtensions(page, 7777);
  await rows(page).first().getByRole("link").click();
  await expect(heading(page)).toHaveText(/^7777 /);
  await page.goBack();
  await expectExtensions(page, 7777);
  await page.getByRole("button", { name: "Clear the search" }).click();
  await expect(page).toHaveURL("/sip");
  await page.getByRole("button", { name: "Name", exact: true }).click();
  await expect(page.getByRole("columnheader", { name: "Name" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  await expect(rows(page).first()).toContainText("Алексей");
  await expectFewElements(page);
});

test("the board shows all of 5,000 accounts, and every one is reachable", async ({
  page,
  office,
}) => {
  await office.reset({ accounts: 5000 });
  await page.goto("/status");
  await expect(page.getByRole("table")).toHaveAccessibleName("Status board: 5,000 accounts", {
    timeout: 20_000,
  });
  await expect(counter(page, "Offline")).toContainText("917", { timeout: 20_000 });
  await expect(counter(page, "Online")).toContainText("4,082");
  await expect(rows(page).first()).toContainText(/Offline.*203/);
  await expectFewElements(page);

  await page.keyboard.press("End");
  await expect(rows(page).last()).toHaveAttribute("aria-rowindex", "5001");
  await expect(rows(page).last()).toContainText("Online");
  await expectFewElements(page);

  await searchBox(page).fill("5198");
  await expectBoardExtensions(page, 5198);
  await page.getByRole("button", { name: "Clear the search" }).click();
  await counter(page, "Offline").click();
  await expectRowCount(page, 917);
  await office.statuses({ 25: false });
  await page.getByRole("button", { name: "Refresh", exact: true }).click();
  await expectRowCount(page, 918);
  await expect(rows(page).first()).toContainText("Ресепшен");
  await expectFewElements(page);
});

test("Back restores the scroll position of a long list", async ({ page, office }) => {
  await office.reset({ accounts: 400 });
  await page.goto("/sip");
  await expect(shownCount(page)).toHaveText("400 accounts");
  // Until the code of the windowed table has come, the page is a short one.
  await expect(async () => {
    await page.keyboard.press("End");
    await expect(rows(page).last()).toHaveAttribute("aria-rowindex", "401", { timeout: 500 });
  }).toPass();
  await rows(page).last().getByRole("link").click();
  await expect(page.getByRole("link", { name: "Edit", exact: true })).toBeVisible();
  await page.goBack();
  await expect(rows(page).last()).toHaveAttribute("aria-rowindex", "401");
  await expect(rows(page).last()).toBeInViewport();
});

test("an empty office offers to create the first account", async ({ page, office }) => {
  await office.reset({ accounts: 0 });
  await page.goto("/sip");
  await expect(page.getByRole("heading", { name: "No accounts yet" })).toBeVisible();
  await page.getByRole("link", { name: "Create account" }).last().click();
  await expect(page.getByRole("textbox", { name: "Extension" })).toHaveValue("200");
  await page.getByLabel("Name").fill("Первый");
  await page.getByLabel("Name").press("Enter");
  await expect(heading(page)).toHaveText("200 Первый");
});

const LONG = "Абвгдежзик".repeat(20);
const UNUSUAL_NAMES = [
  LONG,
  '<script>document.title = "x"</script>',
  '<img src=x onerror="alert(1)">',
  "👩‍💻 Ася 🎧",
  "מזכירות‏ الاستقبال",
  "{name} {n, plural}",
] as const;

test("unusual names are shown as plain text in the list, on the page and in the dialog", async ({
  page,
  office,
}) => {
  await office.reset({ accounts: 2 });
  for (const [place, name] of UNUSUAL_NAMES.entries()) {
    await office.change("PUT", "/sip", { name, number: 300 + place, sip_timeout: 30 });
  }
  for (const [place, name] of UNUSUAL_NAMES.entries()) {
    await page.setViewportSize({ width: place % 2 === 0 ? 360 : 1280, height: 800 });
    await page.goto("/sip");
    await page.getByRole("link", { name, exact: true }).click();
    await expect(heading(page)).toHaveText(`${300 + place} ${name}`);
    await expect(page).toHaveTitle(`${300 + place} ${name} · Pult`);
    expect(await horizontalOverflow(page)).toBe(0);
    await openDelete(page);
    await expect(page.getByRole("dialog")).toContainText(`Delete ${300 + place} ${name}?`);
  }
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/sip");
    for (const name of UNUSUAL_NAMES) {
      await expect(page.getByRole("link", { name, exact: true })).toBeVisible();
    }
    expect(await horizontalOverflow(page)).toBe(0);
  }
});
