import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import type { Office } from "./lib/office.ts";
import {
  choice,
  expectRows,
  form,
  giveAll,
  nameField,
  number,
  openEdit,
  press,
  rings,
  sipRings,
} from "./lib/scenarioForm.ts";
import {
  ACCOUNT,
  askedIds,
  bodies,
  card,
  cards,
  CREATE,
  EVENING,
  FORWARD,
  REPLACE,
  SIP,
} from "./lib/scenarios.ts";
import { toast } from "./lib/screen.ts";

const ASKED = "The provider does not return this: enter it again";
const ADDRESS = `${ACCOUNT}/scenarios/${FORWARD.id}`;
const PHONES = [
  { number: "79000009926", timeout: 35 },
  { number: "79000004944", timeout: 15 },
];
/** What «Переадресация» is, and the provider does not tell. */
const WHOLE = {
  name: FORWARD.name,
  sequence_rule: "single",
  sip_timeout: 20,
  phones: PHONES,
  voicemail: false,
};

const save = (page: Page) => press(page, "Save").click();
const marks = (page: Page) => form(page).getByText(ASKED);
const notice = (page: Page) => form(page).getByRole("alert");

/** A colleague adds a number; gives how often the scenario had been replaced by then. */
async function addMeanwhile(office: Office): Promise<number> {
  const phones = [...PHONES, { number: "79000000003", timeout: 5 }];
  await office.change("PUT", ADDRESS, { ...WHOLE, phones });
  return (await office.requests(REPLACE)).length;
}

test.beforeEach(async ({ page }) => {
  await openEdit(page, FORWARD);
});

test("what the provider returned stands in place, the rest is marked", async ({ page }) => {
  await expect(page).toHaveURL(`${ADDRESS}/edit`);
  await expect(sipRings(page)).toHaveValue("20");
  await expectRows(page, "35", "15");
  await expect(form(page).getByRole("radio", { checked: true })).toHaveCount(0);
  for (const name of ["Order of ringing", "Voicemail"]) {
    await expect(form(page).getByRole("group", { name })).toHaveAccessibleDescription(ASKED);
  }
  for (const place of [1, 2]) await expect(number(page, place)).toHaveAccessibleDescription(ASKED);
  await expect(marks(page)).toHaveCount(4);
  await expect(form(page)).toContainText("Saving replaces the whole scenario");
  await expect(form(page)).toContainText(
    "the order of ringing, 2 numbers, voicemail, and the greeting",
  );
  await expect(form(page).getByText("4 of 4 not given yet")).toBeVisible();
});

test("saving is refused until all is given; then exactly all is sent", async ({ page, office }) => {
  await nameField(page).fill("Днём");
  await save(page);
  await expect(choice(page, "Order of ringing", "One after another")).toBeFocused();
  await expect(form(page).getByText("Choose one of these")).toHaveCount(2);
  await expect(form(page).getByText("Enter a number or remove the row")).toHaveCount(2);
  await choice(page, "Order of ringing", "One after another").check();
  await save(page);
  await expect(number(page, 1)).toBeFocused();
  await number(page, 1).fill("8 900 000-99-26");
  await save(page);
  await expect(number(page, 2)).toBeFocused();
  await number(page, 2).fill("7 900 0004944");
  await save(page);
  await expect(choice(page, "Voicemail", "On")).toBeFocused();
  expect(await office.requests(REPLACE)).toEqual([]);

  await choice(page, "Voicemail", "Off").check();
  await expect(form(page).getByText("All given")).toBeVisible();
  await expect(marks(page)).toHaveCount(0);
  await expectRows(page, "+7 900 000-99-26 35", "+7 900 000-49-44 15");
  await save(page);
  await expect(page).toHaveURL(ACCOUNT);
  await expect(toast(page, "Saved")).toBeVisible();
  await expect(cards(page)).toHaveText([SIP.name, "Днём", EVENING.name]);
  expect(await bodies(office, REPLACE)).toEqual([{ ...WHOLE, name: "Днём" }]);
  expect(await askedIds(office, REPLACE)).toEqual([FORWARD.id]);
});

test("the greeting is asked for once there is voicemail", async ({ page, office }) => {
  await giveAll(page);
  await choice(page, "Voicemail", "On").check();
  await expect(form(page).getByRole("group", { name: "Greeting" })).toHaveAccessibleDescription(
    ASKED,
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
  expect(await bodies(office, REPLACE)).toEqual([
    { ...WHOLE, voicemail: true, voicemail_media_id: 57 },
  ]);
});

test("a number is dropped only by removing its row", async ({ page, office }) => {
  await giveAll(page);
  await number(page, 1).fill("");
  await save(page);
  await expect(number(page, 1)).toBeFocused();
  expect(await office.requests(REPLACE)).toEqual([]);
  await press(page, "Remove: Number 1").click();
  await expect(press(page, "Remove: Number 1")).toBeFocused();
  await expectRows(page, "+7 900 000-49-44 15");
  await save(page);
  await expect(page).toHaveURL(ACCOUNT);
  expect(await bodies(office, REPLACE)).toEqual([{ ...WHOLE, phones: [PHONES[1]] }]);
});

test("a copy is offered instead, and leaves the old one as it is", async ({ page, office }) => {
  await form(page).getByRole("link", { name: "Make a copy instead" }).click();
  await expect(
    page.getByRole("dialog", { name: "Copy of scenario “Переадресация”" }),
  ).toBeVisible();
  await expect(nameField(page)).toHaveValue("Copy: Переадресация");
  await expect(marks(page)).toHaveCount(4);
  await expect(rings(page, 1)).toHaveValue("35");
  await giveAll(page);
  await press(page, "Create scenario").click();
  await expect(page).toHaveURL(ACCOUNT);
  await expect(cards(page)).toHaveText([
    SIP.name,
    FORWARD.name,
    EVENING.name,
    "Copy: Переадресация",
  ]);
  expect(await bodies(office, CREATE)).toEqual([{ ...WHOLE, name: "Copy: Переадресация" }]);
  expect(await office.requests(REPLACE)).toEqual([]);
});

test("cancelling changes nothing and asks only for what was typed", async ({ page, office }) => {
  const opener = page.getByRole("link", { name: "Edit “Переадресация”" });
  await press(page, "Cancel").click();
  await expect(form(page)).toBeHidden();
  await expect(page).toHaveURL(ACCOUNT);
  await expect(opener).toBeFocused();
  await opener.click();
  await number(page, 1).fill("79000000001");
  await press(page, "Cancel").click();
  await page.getByRole("button", { name: "Keep editing" }).click();
  await expect(number(page, 1)).toHaveValue(/900/);
  await press(page, "Cancel").click();
  await page.getByRole("button", { name: "Leave without saving" }).click();
  await expect(page).toHaveURL(ACCOUNT);
  await expect(opener).toBeFocused();
  expect(await office.requests(REPLACE)).toEqual([]);
});

test("one without numbers is asked for less", async ({ page }) => {
  await page.goto(`${ACCOUNT}/scenarios/${SIP.id}/edit`);
  await expect(marks(page)).toHaveCount(2);
  await expect(form(page)).toContainText("the order of ringing, voicemail, and the greeting");
  await expect(form(page).getByText("2 of 2 not given yet")).toBeVisible();
  await expect(form(page).getByText("No numbers: only the SIP phone rings.")).toBeVisible();
});

test.describe("what a colleague changed meanwhile", () => {
  test.beforeEach(async ({ page }) => {
    await giveAll(page);
  });

  test("is not lost: saving is refused, and says what is there now", async ({ page, office }) => {
    const before = await addMeanwhile(office);
    await save(page);
    await expect(notice(page)).toContainText(
      "The scenario was changed meanwhile: now it is “Переадресация”, 3 numbers, 35–75 s. " +
        "Nothing was saved.",
    );
    await expect(page).toHaveURL(`${ADDRESS}/edit`);
    await expectRows(page, "+7 900 000-99-26 35", "+7 900 000-49-44 15");
    expect(await office.requests(REPLACE)).toHaveLength(before);
  });

  test("is opened afresh, to be gone on from there", async ({ page, office }) => {
    await addMeanwhile(office);
    await save(page);
    await press(page, "Open it afresh").click();
    await expectRows(page, "35", "15", "5");
    await expect(notice(page)).toHaveCount(0);
    await expect(marks(page)).toHaveCount(5);
    await expect(form(page).locator("*:focus")).toHaveCount(1);
    await giveAll(page);
    await number(page, 3).fill("79000000003");
    await save(page);
    await expect(page).toHaveURL(ACCOUNT);
    expect((await bodies(office, REPLACE)).at(-1)).toEqual({
      ...WHOLE,
      phones: [...PHONES, { number: "79000000003", timeout: 5 }],
    });
  });

  test("is replaced by a second, deliberate press", async ({ page, office }) => {
    const before = await addMeanwhile(office);
    await save(page);
    await press(page, "Save anyway").click();
    await expect(page).toHaveURL(ACCOUNT);
    await expect(toast(page, "Saved")).toBeVisible();
    const sent = await bodies(office, REPLACE);
    expect(sent).toHaveLength(before + 1);
    expect(sent.at(-1)).toEqual(WHOLE);
  });

  test("is told again when it is changed again", async ({ page, office }) => {
    await addMeanwhile(office);
    await save(page);
    await expect(notice(page)).toContainText("3 numbers");
    await office.change("PUT", ADDRESS, { ...WHOLE, name: "Ночь", phones: [] });
    const before = (await office.requests(REPLACE)).length;
    await press(page, "Save anyway").click();
    await expect(notice(page)).toContainText("now it is “Ночь”, no numbers, 20 s");
    expect(await office.requests(REPLACE)).toHaveLength(before);
  });

  test("by activating it is no change", async ({ page, office }) => {
    await office.change("PATCH", ADDRESS);
    await save(page);
    await expect(page).toHaveURL(ACCOUNT);
    await expect(card(page, FORWARD.name).getByText("Active", { exact: true })).toBeVisible();
    expect(await bodies(office, REPLACE)).toEqual([WHOLE]);
  });

  test("by deleting it leaves a form to save as a new one", async ({ page, office }) => {
    await office.change("DELETE", ADDRESS);
    await save(page);
    await expect(notice(page)).toContainText("This scenario was deleted meanwhile");
    await expectRows(page, "+7 900 000-99-26 35", "+7 900 000-49-44 15");
    expect(await office.requests(REPLACE)).toEqual([]);
    await press(page, "Save as a new one").click();
    await expect(page).toHaveURL(ACCOUNT);
    await expect(toast(page, "Scenario “Переадресация” created")).toBeVisible();
    expect(await bodies(office, CREATE)).toEqual([WHOLE]);
    await expect(cards(page)).toHaveText([SIP.name, EVENING.name, FORWARD.name]);
  });
});

test("one that was deleted before its form opens says so", async ({ page, office }) => {
  await office.change("DELETE", ADDRESS);
  await page.reload();
  await expect(page.getByRole("heading", { name: "There is no such scenario" })).toBeVisible();
  await page.getByRole("button", { name: "Back to the account" }).click();
  await expect(page).toHaveURL(ACCOUNT);
  await expect(cards(page)).toHaveText([SIP.name, EVENING.name]);
});
