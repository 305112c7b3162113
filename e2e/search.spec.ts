import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { keyboardTest } from "./keyboardFixture.ts";
import { expectVisibleFocus } from "./lib/focus.ts";
import { heading, horizontalOverflow, rows, searchBox } from "./lib/screen.ts";

const dialog = (page: Page) => page.getByRole("dialog", { name: /^(Search|Поиск)$/ });
const field = (page: Page) => dialog(page).getByRole("combobox");
const option = (page: Page, name: string | RegExp) => dialog(page).getByRole("option", { name });
const chosen = (page: Page) => dialog(page).getByRole("option", { selected: true });

keyboardTest(
  "an account is found on the wrong layout, and a country to close, by keyboard alone",
  async ({ page, scan }) => {
    await page.goto("/voicemail");
    await expect(heading(page)).toHaveText("Voicemail");
    await page.keyboard.press("ControlOrMeta+k");
    await expect(field(page)).toBeFocused();
    await scan();
    await page.keyboard.type("htctgity");
    await expect(chosen(page)).toHaveText(/^200 Ресепшен/);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL("/sip/25");
    await expect(dialog(page)).toBeHidden();
    await expect(heading(page)).toBeFocused();

    await page.keyboard.press("/");
    await expect(field(page)).toBeFocused();
    await page.keyboard.type("close russia");
    await expect(chosen(page)).toHaveText("Close a destination: Russia, +7");
    await scan();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(`/directions?${new URLSearchParams({ q: "+7" })}`);
    await expect(page.getByRole("row", { name: "Allow calls: Russia, +7" })).toContainText("Open");
    await expect(heading(page)).toBeFocused();

    await page.keyboard.press("ControlOrMeta+k");
    await expect(field(page)).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(dialog(page)).toBeHidden();
    await expect(heading(page)).toBeFocused();
    await expectVisibleFocus(page);
  },
);

test("by mouse: the button opens the search, a result its page, and the rest its list", async ({
  page,
}) => {
  await page.goto("/");
  await page.getByRole("button", { name: "Search" }).click();
  await field(page).fill("8 (999) 333-22");
  await option(page, /^205/).click();
  await expect(heading(page)).toHaveText(/^205 /);
  await page.getByRole("button", { name: "Search" }).click();
  await field(page).fill("22");
  await expect(option(page, /^22\d/)).toHaveCount(6);
  await field(page).fill("2");
  await option(page, "Show all 24 in the list").click();
  await expect(page).toHaveURL("/sip?q=2");
  await expect(searchBox(page)).toHaveValue("2");
});

test("an external number is found, and connecting one opens its form over the list", async ({
  page,
}) => {
  await page.goto("/external-numbers");
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press("/");
  await field(page).fill("+7 910 444-55-66");
  await expect(chosen(page)).toContainText("sip.operator.example");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("dialog", { name: /^\+7.910.444-55-66$/ })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await page.keyboard.press("/");
  await field(page).fill("connect");
  await option(page, "Connect a number").click();
  await expect(page.getByRole("dialog", { name: /Connect/ })).toBeVisible();
});

test.describe("on a phone, in Russian", () => {
  test.use({ locale: "ru-RU", viewport: { width: 360, height: 740 }, hasTouch: true });

  test("the search fills the screen and has no issues", async ({ page, office, scan, monitor }) => {
    monitor.expectFailedRequests();
    await office.faults({ operation: "GET /number/external", fault: "status:500" });
    await page.goto("/voicemail");
    await page.getByRole("button", { name: "Поиск" }).tap();
    await expect(dialog(page).getByText(/^Не загрузилось: Внешние номера/)).toBeVisible();
    await scan();
    await field(page).fill("кеиф");
    await expect(dialog(page).getByRole("heading", { name: /^Ничего не нашлось/ })).toBeVisible();
    await scan();
    await field(page).fill("сгиф");
    await expect(option(page, /^Куба/)).toBeVisible();
    expect(await horizontalOverflow(page)).toBe(0);
    await scan();
    await option(page, /^Куба/).tap();
    await expect(page).toHaveURL(`/directions?${new URLSearchParams({ q: "Куба" })}`);
  });
});

test("the last of 10,000 accounts is found", async ({ page, office }) => {
  await office.reset({ accounts: 10_000 });
  await page.goto("/voicemail");
  await expect(heading(page)).toBeVisible();
  await page.keyboard.press("ControlOrMeta+k");
  await field(page).fill("10199");
  await expect(dialog(page).getByText(/^Still loading: SIP accounts/)).toBeVisible();
  await expect(chosen(page)).toHaveText(/^10199/, { timeout: 20_000 });
  await field(page).fill("1");
  await expect(option(page, "Show all 4,081 in the list")).toBeVisible();
});
