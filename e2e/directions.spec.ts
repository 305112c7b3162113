import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { keyboardTest } from "./keyboardFixture.ts";
import { expectVisibleFocus, tabTo, watchFocus } from "./lib/focus.ts";
import { panel, searchBox, toast } from "./lib/screen.ts";

const row = (page: Page, name: string) =>
  page.getByRole("row").filter({ has: page.getByTitle(name, { exact: true }) });
const checkbox = (page: Page, name: string) => row(page, name).getByRole("checkbox");
const review = (page: Page) => panel(page, "Review of changes");

/** Finds a country and toggles its checkbox. */
async function toggleCountry(page: Page, name: string) {
  await searchBox(page).fill(name);
  await checkbox(page, name).click();
}

test.beforeEach(({ page, monitor }) => watchFocus(page, monitor));

test("a country is opened with one click and closed again with another", async ({
  page,
  office,
  scan,
}) => {
  await page.goto("/directions?q=%2B43");
  await page.getByRole("button", { name: "Open: Austria, +43" }).click();
  await expect(toast(page, "Opened: Austria.")).toBeVisible();
  await scan();
  await expect(row(page, "Austria")).toContainText("Open");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(toast(page, "Undone: it is as it was.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Open: Austria, +43" })).toBeVisible();
  const writes = (await office.requests()).filter(({ method }) => method !== "GET");
  expect(writes.map(({ body }) => body)).toEqual([{ direction_ids: [3] }, { codes: ["43"] }]);
});

test("several countries are selected, reviewed with those that share a code, and applied", async ({
  page,
  office,
}) => {
  await page.goto("/directions");
  await toggleCountry(page, "Kazakhstan");
  await toggleCountry(page, "Austria");
  await page.getByRole("button", { name: /^Open \d/ }).click();
  await expect(page).toHaveURL("/directions?q=Austria&show=open");
  await page.goBack();
  await expect(page.getByText("1 country will open · 2 countries will close")).toBeVisible();
  await page.getByRole("link", { name: "Review" }).click();
  await expect(review(page).getByRole("list", { name: /of the same code will close/ })).toHaveText(
    /Russia/,
  );
  await review(page).getByRole("button", { name: "Open 1, close 2" }).click();
  await expect(toast(page, "1 country opened. 2 countries closed.")).toBeVisible();
  await expect(review(page)).toBeHidden();
  await searchBox(page).fill("7");
  await expect(row(page, "Russia")).toContainText("Closed");
  expect((await office.requests("DELETE /direction"))[0]?.body).toEqual({ codes: ["7"] });
});

keyboardTest(
  "by keyboard alone: countries are found and selected, a conflict and a risk resolved, changes applied",
  async ({ page }) => {
    await page.goto("/directions");
    await expect(row(page, "Albania")).toBeVisible();
    await tabTo(page, searchBox(page));
    await page.keyboard.type("+7");
    await tabTo(page, checkbox(page, "Kazakhstan"));
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await expect(checkbox(page, "Russia")).toBeFocused();
    await page.keyboard.press("Space");
    await expect(row(page, "Russia")).toContainText("Shared code: decide");
    await tabTo(page, searchBox(page), "Shift+Tab");
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("cuba");
    await tabTo(page, page.getByRole("button", { name: "Review and open: Cuba, +53" }));
    await page.keyboard.press("Enter");
    await expect(review(page)).toBeVisible();
    await tabTo(page, page.getByRole("button", { name: "Close all: +7" }));
    await page.keyboard.press("Enter");
    await expect(review(page)).toContainText("2 countries will close");
    await expect(page.locator("body")).not.toBeFocused();
    await tabTo(page, review(page).getByRole("checkbox"));
    await page.keyboard.press("Space");
    await tabTo(page, page.getByRole("button", { name: "Open 1, close 2" }));
    await page.keyboard.press("Enter");
    await expect(toast(page, "1 country opened. 2 countries closed.")).toBeVisible();
    await expect(review(page)).toBeHidden();
    await expectVisibleFocus(page);
  },
);

test("leaving with unapplied changes asks first", async ({ page }) => {
  await page.goto("/sip");
  await page.getByRole("link", { name: "Destinations" }).click();
  await expect(page).toHaveURL("/directions");
  await toggleCountry(page, "Austria");
  await page.getByRole("link", { name: "Voicemail" }).click();
  await expect(page.getByRole("dialog")).toContainText("have not been applied");
  await page.getByRole("button", { name: "Keep editing" }).click();
  await expect(page.getByText("1 country will open")).toBeVisible();
  await page.getByRole("button", { name: "Discard" }).click();
  await page.getByRole("link", { name: "Voicemail" }).click();
  await expect(page).toHaveURL("/voicemail");
});
