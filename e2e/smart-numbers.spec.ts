import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { keyboardTest } from "./keyboardFixture.ts";
import { expectVisibleFocus, tabTo, watchFocus } from "./lib/focus.ts";
import { panel, rows, searchBox, toast } from "./lib/screen.ts";

const picker = (page: Page) => page.getByRole("combobox", { name: "User ID" });
const count = (page: Page, text: string) => page.getByText(text, { exact: true });

test.beforeEach(({ page, monitor }) => watchFocus(page, monitor));

test("a user's smart numbers are loaded, remembered and searched", async ({
  page,
  office,
  scan,
}) => {
  await page.goto("/smart-numbers");
  await expect(page.getByText("leads to", { exact: true })).toBeVisible();
  await picker(page).fill("12a");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page.getByText(/whole number above zero/)).toBeVisible();
  expect(await office.requests("GET /smart-numbers")).toEqual([]);
  await picker(page).fill("12");
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(count(page, "17 numbers")).toBeVisible();
  // The proxy sends the documented GET with a body.
  const [request] = await office.requests("GET /smart-numbers");
  expect(request?.body).toEqual({ user_id: 12 });
  await expect(page.getByText("leads to", { exact: true })).toBeHidden();
  await searchBox(page).fill("8 900 000-30-07");
  await expect(count(page, "1 of 17 numbers")).toBeVisible();
  await expect(rows(page)).toHaveText(/\+7.900.000-40-07.*Клиент 8/);
  await scan();
  await page.goto("/sip");
  await page.getByRole("link", { name: "Smart numbers" }).click();
  await expect(page).toHaveURL("/smart-numbers?user=12");
  await expect(count(page, "17 numbers")).toBeVisible();
});

keyboardTest("a smart number is added and deleted by keyboard alone", async ({ page, office }) => {
  await page.goto("/smart-numbers?user=40");
  await expect(count(page, "2 numbers")).toBeVisible();
  await tabTo(page, page.getByRole("link", { name: "Add a smart number" }));
  await page.keyboard.press("Enter");
  await expect(panel(page, "New smart number").getByLabel("Destination number")).toBeFocused();
  await page.keyboard.type("+374 10 324 041");
  await expect(page.getByText("Armenia, +374")).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.type("Бар");
  await page.keyboard.press("Enter");
  await expect(toast(page, /Smart number .7.900.000-51-01 added/)).toBeVisible();
  await expect(page).toHaveURL("/smart-numbers?user=40");
  await expect(rows(page).first()).toContainText("new");
  await expectVisibleFocus(page);
  await tabTo(page, page.getByRole("button", { name: /Delete .7.900.000-51-01/ }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Cancel" })).toBeFocused();
  await tabTo(page, page.getByRole("button", { name: "Delete the number" }));
  await page.keyboard.press("Enter");
  await expect(toast(page, /51-01 deleted/)).toBeVisible();
  await expect(count(page, "2 numbers")).toBeVisible();
  await expectVisibleFocus(page);
  const sent = (await office.requests()).filter(({ method }) => method !== "GET");
  expect(sent).toMatchObject([
    { method: "POST", body: { phone_b: "37410324041", user_id: 40, description: "Бар" } },
    { method: "DELETE", path: "/api/v1/smart-numbers/101" },
  ]);
});
