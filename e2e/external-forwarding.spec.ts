import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { expectVisibleFocus, tabTo, watchFocus } from "./lib/focus.ts";
import type { Office } from "./lib/office.ts";
import { panel, rows, toast } from "./lib/screen.ts";

const FOLLOW = "POST /number/external/follow";
const PATH = "/external-numbers/ate/1/forward";
const NUMBER = "+7 910 444-55-66";
const TARGET = { number_type: "ate", number_id: 1 };

const form = (page: Page) => panel(page, /^(Forwarding|Переадресация)/);
const radio = (page: Page, name: RegExp | string) => form(page).getByRole("radio", { name });
const summary = (page: Page) => page.getByRole("region", { name: "What will happen" });
const save = (page: Page) => form(page).getByRole("button", { name: "Save" });

async function bodies(office: Office): Promise<unknown[]> {
  return (await office.requests(FOLLOW)).map(({ body }) => body);
}

async function pick(page: Page, box: Locator, typed: string, option: RegExp): Promise<void> {
  await box.fill(typed);
  await page.getByRole("option", { name: option }).click();
}

test.beforeEach(({ page, watched }) => watchFocus(page, watched));

test("by keyboard alone: calls to a number go to an employee", async ({ page, office }) => {
  await page.goto("/external-numbers/ate/1");
  const open = page.getByRole("link", { name: "Forwarding", exact: true });
  await tabTo(page, open);
  await page.keyboard.press("Enter");
  const first = radio(page, /^SIP account/);
  await tabTo(page, first);
  await expect(form(page).getByRole("radio", { checked: true })).toHaveCount(0);
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await expect(radio(page, /^Group/)).toBeChecked();
  await page.keyboard.press("ArrowUp");
  await expect(first).toBeChecked();
  await expectVisibleFocus(page);
  await page.keyboard.press("Tab");
  await expect(form(page).getByRole("combobox", { name: "SIP account" })).toBeFocused();
  await page.keyboard.type("ресеп");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await tabTo(page, radio(page, /sees the caller’s number/));
  await page.keyboard.press("Space");
  await expect(summary(page).getByRole("status")).toHaveText(
    `Calls to ${NUMBER} will go to the SIP account 200 Ресепшен. The employee sees the caller’s number.`,
  );
  await page.keyboard.press("Enter");
  await expect(toast(page, `Forwarding of ${NUMBER} is saved`)).toBeVisible();
  await expect(page).toHaveURL(/\/external-numbers\/ate\/1$/);
  await expect(panel(page, NUMBER)).toBeVisible();
  await expectVisibleFocus(page);
  expect(await bodies(office)).toEqual([{ ...TARGET, type: "sip", sip_id: 25, cli_type: "Y" }]);
});

test("a CRM decides, with a queue to fall back on", async ({ page, office }) => {
  await page.goto("/external-numbers");
  await rows(page)
    .filter({ hasText: "+7 910 444-55-67" })
    .getByRole("link", { name: /Forwarding/ })
    .click();
  await radio(page, /^Bitrix24/).check();
  await save(page).click();
  const host = form(page).getByLabel("Address of Bitrix24");
  await expect(host).toBeFocused();
  await host.fill("https://plusofon.bitrix24.ru/crm/");
  await radio(page, /sees the caller’s number/).check();
  await expect(host).toHaveValue("plusofon.bitrix24.ru");
  await radio(page, "To a call queue").check();
  await pick(page, form(page).getByRole("combobox", { name: "Call queue" }), "продаж", /продаж/);
  await radio(page, /operators of the queue see the number/).check();
  await expect(summary(page)).toContainText("the call goes to the queue “Очередь продаж”");
  await save(page).click();
  await expect(toast(page, "is saved")).toBeVisible();
  expect(await bodies(office)).toEqual([
    {
      number_type: "sipuri",
      number_id: 3,
      type: "bitrix",
      host: "plusofon.bitrix24.ru",
      cli_type: "Y",
      type_default: "call_queue",
      call_queue_id: 15,
      cli_type_default: "N",
    },
  ]);
});

test("an answer that is lost leaves it open whether it was done, and the form as it was", async ({
  page,
  office,
  watched,
}) => {
  watched.expectFailedRequests();
  await page.goto(PATH);
  await radio(page, /^Phone number/).check();
  const number = form(page).getByRole("textbox", { name: "Phone number" });
  await number.fill("8 (999) 333-22-10");
  await radio(page, /owner of the phone sees the number/).check();
  await office.faults({ operation: FOLLOW, fault: "drop", after: true, times: 1 });
  await save(page).click();
  await expect(page.getByRole("alert")).toContainText("It is not known whether this was done.");
  await expect(number).toHaveValue("+7\u00a0999\u00a0333-22-10");
  expect(await bodies(office)).toHaveLength(1);
  await save(page).click();
  await expect(toast(page, "is saved")).toBeVisible();
  const body = { ...TARGET, type: "number", destination_number: "79993332210", cli_type: "N" };
  expect(await bodies(office)).toEqual([body, body]);
});

test("where a list is refused, its id is typed; turning off needs no list", async ({
  page,
  office,
  watched,
}) => {
  watched.expectFailedRequests();
  await office.faults({ operation: "GET /groups", fault: "status:500:no-access" });
  await page.goto(PATH);
  await radio(page, /^Group/).check();
  await expect(form(page).getByText(/The list is not available/)).toBeVisible();
  await form(page).getByLabel("ID of the group").fill("9");
  await radio(page, /people of the group see the caller’s number/).check();
  await expect(summary(page)).toContainText("to the group with ID 9");
  await save(page).click();
  await expect(toast(page, "is saved")).toBeVisible();
  await page.goto(PATH);
  await form(page).getByRole("button", { name: "Turn forwarding off" }).click();
  await expect(toast(page, `Forwarding of ${NUMBER} is off`)).toBeVisible();
  await expect(form(page)).toBeHidden();
  expect(await bodies(office)).toEqual([
    { ...TARGET, type: "group", group_id: 9, cli_type: "Y" },
    { ...TARGET, type: "empty" },
  ]);
});
