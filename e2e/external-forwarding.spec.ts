import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { keyboardTest } from "./keyboardFixture.ts";
import { expectVisibleFocus, tabTo, watchFocus } from "./lib/focus.ts";
import type { Office } from "./lib/office.ts";
import { panel, rows, toast } from "./lib/screen.ts";

const FOLLOW = "POST /number/external/follow";
const NUMBER = "+7 910 444-55-66";
const TARGET = { number_type: "ate", number_id: 1 };

const form = (page: Page) => panel(page, /^(Forwarding|Переадресация)/);
const radio = (page: Page, name: RegExp | string) => form(page).getByRole("radio", { name });
const summary = (page: Page) => page.getByRole("region", { name: "What will happen" });
const save = (page: Page) => form(page).getByRole("button", { name: "Save" });

async function requestBodies(office: Office): Promise<unknown[]> {
  return (await office.requests(FOLLOW)).map(({ body }) => body);
}

async function pick(page: Page, box: Locator, typed: string, option: RegExp): Promise<void> {
  await box.fill(typed);
  await page.getByRole("option", { name: option }).click();
}

test.beforeEach(({ page, monitor }) => watchFocus(page, monitor));

keyboardTest(
  "by keyboard alone: calls to a number are forwarded to an employee",
  async ({ page, office }) => {
    await page.goto("/external-numbers/ate/1");
    const open = page.getByRole("link", { name: "Forwarding", exact: true });
    await tabTo(page, open);
    await page.keyboard.press("Enter");
    const first = radio(page, /^SIP account/);
    await tabTo(page, first);
    const types = form(page).getByRole("group", { name: "Where calls go", exact: true });
    await expect(types.getByRole("radio", { checked: true })).toHaveCount(0);
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    await expect(radio(page, /^Group/)).toBeChecked();
    await page.keyboard.press("ArrowUp");
    await expect(first).toBeChecked();
    await expectVisibleFocus(page);
    await page.keyboard.press("Tab");
    const box = form(page).getByRole("combobox", { name: "SIP account" });
    await expect(box).toBeFocused();
    // The wrapper shows the focus ring, so the input must not show a second one.
    await expect(box).toHaveCSS("outline-style", "none");
    await page.keyboard.type("ресеп");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await tabTo(page, radio(page, /sees the caller’s number/));
    await page.keyboard.press("Space");
    await expect(summary(page).getByRole("status")).toHaveText(
      `Calls to ${NUMBER} will go to the SIP account 200 Ресепшен. The employee sees the caller’s number.`,
    );
    await page.keyboard.press("Enter");
    await expect(
      toast(page, `Calls to ${NUMBER} now go to the SIP account 200 Ресепшен`),
    ).toBeVisible();
    await expect(page).toHaveURL(/\/external-numbers\/ate\/1$/);
    await expect(panel(page, NUMBER)).toBeVisible();
    await expectVisibleFocus(page);
    expect(await requestBodies(office)).toEqual([
      { ...TARGET, type: "sip", sip_id: 25, cli_type: "Y" },
    ]);
  },
);

test("calls are forwarded by a CRM, with a queue as the fallback", async ({ page, office }) => {
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
  await expect(toast(page, /now decides/)).toBeVisible();
  expect(await requestBodies(office)).toEqual([
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

test("forwarding that was set from here is shown in the list, the details and its form", async ({
  page,
  office,
  scan,
}) => {
  await page.goto("/external-numbers/ate/1/forward");
  await radio(page, /^Group/).check();
  await pick(page, form(page).getByRole("combobox", { name: "Group" }), "прод", /Продажи/);
  await radio(page, /group see the caller’s number/).check();
  await save(page).click();
  await expect(page).toHaveURL("/external-numbers");
  const row = rows(page).filter({ hasText: NUMBER });
  await expect(row.getByRole("link", { name: /^Forwarding of/ })).toContainText("→ Продажи");
  await scan();

  await page.goto("/external-numbers/ate/1");
  const said = /Set from Pult today at .* Calls to .* go to the group “Продажи”/;
  await expect(panel(page, NUMBER)).toContainText(said);
  await expect(panel(page, NUMBER)).toContainText("A change made elsewhere");
  await page.getByRole("link", { name: "Forwarding", exact: true }).click();
  await expect(radio(page, /^Group/)).toBeChecked();
  await expect(form(page).getByRole("combobox", { name: "Group" })).toHaveValue("Продажи");
  await expect(form(page)).toContainText(said);
  await scan();
  await radio(page, /group see the number/).check();
  await save(page).click();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect.poll(async () => (await requestBodies(office)).length).toBe(3);
  const bodies = await requestBodies(office);
  expect(bodies[2]).toEqual(bodies[0]);
});
