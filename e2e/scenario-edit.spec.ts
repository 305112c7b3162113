import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import type { Office } from "./lib/office.ts";
import {
  choice,
  expectRows,
  form,
  fillMissingFields,
  nameField,
  numberField,
  openEdit,
  button,
} from "./lib/scenarioForm.ts";
import {
  ACCOUNT,
  requestedIds,
  requestBodies,
  cards,
  EVENING,
  FORWARD,
  REPLACE,
  SIP,
} from "./lib/scenarios.ts";
import { toast } from "./lib/screen.ts";

const MISSING_HINT = "The provider does not return this: enter it again";
const ADDRESS = `${ACCOUNT}/scenarios/${FORWARD.id}`;
const PHONES = [
  { number: "79000009926", timeout: 35 },
  { number: "79000004944", timeout: 15 },
];
/** «Переадресация» completely, with what the provider does not return. */
const COMPLETE = {
  name: FORWARD.name,
  sequence_rule: "single",
  sip_timeout: 20,
  phones: PHONES,
  voicemail: false,
};

const save = (page: Page) => button(page, "Save").click();
const missingHints = (page: Page) => form(page).getByText(MISSING_HINT);
const notice = (page: Page) => form(page).getByRole("alert");

/** Adds a number as a colleague would; returns the number of replacements so far. */
async function addNumberAsColleague(office: Office): Promise<number> {
  const phones = [...PHONES, { number: "79000000003", timeout: 5 }];
  await office.change("PUT", ADDRESS, { ...COMPLETE, phones });
  return (await office.requests(REPLACE)).length;
}

test.beforeEach(async ({ page }) => {
  await openEdit(page, FORWARD);
});

test("a scenario can be saved only with all fields entered, and all of them are sent", async ({
  page,
  office,
}) => {
  await nameField(page).fill("Днём");
  await save(page);
  await expect(choice(page, "Order of ringing", "One after another")).toBeFocused();
  await expect(form(page).getByText("Choose one of these")).toHaveCount(2);
  await expect(form(page).getByText("Enter a number or remove the row")).toHaveCount(2);
  await choice(page, "Order of ringing", "One after another").check();
  await save(page);
  await expect(numberField(page, 1)).toBeFocused();
  await numberField(page, 1).fill("8 900 000-99-26");
  await save(page);
  await expect(numberField(page, 2)).toBeFocused();
  await numberField(page, 2).fill("7 900 0004944");
  await save(page);
  await expect(choice(page, "Voicemail", "On")).toBeFocused();
  expect(await office.requests(REPLACE)).toEqual([]);

  await choice(page, "Voicemail", "Off").check();
  await expect(form(page).getByText("All given")).toBeVisible();
  await expect(missingHints(page)).toHaveCount(0);
  await expectRows(page, "+7 900 000-99-26 35", "+7 900 000-49-44 15");
  await save(page);
  await expect(page).toHaveURL(ACCOUNT);
  await expect(toast(page, "Saved")).toBeVisible();
  await expect(cards(page)).toHaveText([SIP.name, "Днём", EVENING.name]);
  expect(await requestBodies(office, REPLACE)).toEqual([{ ...COMPLETE, name: "Днём" }]);
  expect(await requestedIds(office, REPLACE)).toEqual([FORWARD.id]);
});

test("turning voicemail on requires a greeting", async ({ page, office }) => {
  await fillMissingFields(page);
  await choice(page, "Voicemail", "On").check();
  await expect(form(page).getByRole("group", { name: "Greeting" })).toHaveAccessibleDescription(
    MISSING_HINT,
  );
  await expect(form(page).getByText("1 of 5 not given yet")).toBeVisible();
  await save(page);
  await expect(choice(page, "Greeting", "Standard greeting")).toBeFocused();
  expect(await office.requests(REPLACE)).toEqual([]);
  await choice(page, "Greeting", "Own recording").check();
  await form(page).getByRole("combobox", { name: "Recording" }).fill("голосовой");
  await page.getByRole("option", { name: "Приветствие голосовой почты" }).click();
  await save(page);
  await expect(page).toHaveURL(ACCOUNT);
  expect(await requestBodies(office, REPLACE)).toEqual([
    { ...COMPLETE, voicemail: true, voicemail_media_id: 57 },
  ]);
});

test("cancelling the scenario form asks only after changes, and saves nothing", async ({
  page,
  office,
}) => {
  const opener = page.getByRole("link", { name: "Edit “Переадресация”" });
  await button(page, "Cancel").click();
  await expect(form(page)).toBeHidden();
  await expect(page).toHaveURL(ACCOUNT);
  await expect(opener).toBeFocused();
  await opener.click();
  await numberField(page, 1).fill("79000000001");
  await button(page, "Cancel").click();
  await page.getByRole("button", { name: "Keep editing" }).click();
  await expect(numberField(page, 1)).toHaveValue(/900/);
  await button(page, "Cancel").click();
  await page.getByRole("button", { name: "Leave without saving" }).click();
  await expect(page).toHaveURL(ACCOUNT);
  await expect(opener).toBeFocused();
  expect(await office.requests(REPLACE)).toEqual([]);
});

test("a scenario changed by a colleague can be reopened and saved", async ({ page, office }) => {
  await fillMissingFields(page);
  const before = await addNumberAsColleague(office);
  await save(page);
  await expect(notice(page)).toContainText("now it is “Переадресация”, 3 numbers, 35–75 s");
  expect(await office.requests(REPLACE)).toHaveLength(before);
  await button(page, "Open it afresh").click();
  // The colleague used Pult, which remembers all of it.
  await expectRows(page, "+7 900 000-99-26 35", "+7 900 000-49-44 15", "+7 900 000-00-03 5");
  await expect(notice(page)).toHaveCount(0);
  await expect(missingHints(page)).toHaveCount(0);
  await expect(form(page).locator("*:focus")).toHaveCount(1);
  await nameField(page).fill("Днём");
  await save(page);
  await expect(page).toHaveURL(ACCOUNT);
  expect((await requestBodies(office, REPLACE)).at(-1)).toEqual({
    ...COMPLETE,
    name: "Днём",
    phones: [...PHONES, { number: "79000000003", timeout: 5 }],
  });
});
