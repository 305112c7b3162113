import { expect } from "./fixtures.ts";
import { keyboardTest as test } from "./keyboardFixture.ts";
import { expectVisibleFocus, press, tabTo } from "./lib/focus.ts";
import {
  choice,
  timeline,
  form,
  nameField,
  numberField,
  button,
  sipRingTime,
} from "./lib/scenarioForm.ts";
import {
  ACCOUNT,
  ACTIVATE,
  activate,
  requestBodies,
  cards,
  CREATE,
  expectActive,
  openAccount,
  section,
  SIP,
} from "./lib/scenarios.ts";
import { heading, toast } from "./lib/screen.ts";

const NAME = { name: "Обед" };

// Many key presses take time.
test.describe.configure({ timeout: 90_000 });

test("a scenario is created, activated, deactivated by Undo and deleted", async ({
  page,
  office,
}) => {
  await openAccount(page);
  const add = page.getByRole("link", { name: "Add a scenario" });
  await tabTo(page, add);
  await page.keyboard.press("Enter");
  await expect(nameField(page)).toBeFocused();
  await page.keyboard.type(NAME.name);
  await tabTo(page, choice(page, "Order of ringing", "One after another"));
  await page.keyboard.press("ArrowDown");
  await expect(choice(page, "Order of ringing", "All at once")).toBeChecked();
  await tabTo(page, sipRingTime(page));
  await page.keyboard.press("ArrowUp");
  await tabTo(page, button(page, "Add a number"));
  await page.keyboard.press("Enter");
  await expect(numberField(page, 1)).toBeFocused();
  await page.keyboard.type("89000000011");
  await tabTo(page, button(page, "Number 1 rings, seconds: 5 more"));
  await page.keyboard.press("Space");
  await tabTo(page, choice(page, "Voicemail", "Off"));
  await page.keyboard.press("ArrowUp");
  await tabTo(page, choice(page, "Greeting", "Standard greeting"));
  await page.keyboard.press("ArrowDown");
  await tabTo(page, form(page).getByRole("combobox", { name: "Recording" }));
  await page.keyboard.type("рабочее");
  // The recordings may still be loading.
  await expect(page.getByRole("option", { name: /рабочее/ })).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(timeline(page)).toContainText("Rings 35 s, then voicemail");
  await tabTo(page, button(page, "Create only"));
  await page.keyboard.press("Enter");
  await expect(form(page)).toBeHidden();
  await expect(add).toBeFocused();
  await expectVisibleFocus(page);
  expect(await requestBodies(office, CREATE)).toEqual([
    {
      name: NAME.name,
      sequence_rule: "simultaneous",
      sip_timeout: 35,
      phones: [{ number: "79000000011", timeout: 30 }],
      voicemail: true,
      voicemail_media_id: 56,
    },
  ]);

  await tabTo(page, activate(page, NAME));
  await page.keyboard.press("Enter");
  await expectActive(page, NAME.name);
  await expectVisibleFocus(page);
  // The toast of the creation offers it too.
  const activated = toast(page, "now follow “Обед”").locator("> div").last();
  await tabTo(page, activated.getByRole("button", { name: "Undo" }));
  await page.keyboard.press("Enter");
  await expectActive(page, SIP.name);
  await expect(toast(page, "now follow “SIP”")).toBeVisible();
  await expect(heading(page)).toBeFocused();
  expect(await office.requests(ACTIVATE)).toHaveLength(2);

  await tabTo(page, section(page).getByRole("button", { name: "Delete “Обед”" }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Cancel" })).toBeFocused();
  await tabTo(page, page.getByRole("button", { name: "Delete the scenario" }));
  await page.keyboard.press("Enter");
  await expect(cards(page)).toHaveCount(3);
  await expect(section(page).getByRole("heading", { name: "Scenarios" })).toBeFocused();
  await expectVisibleFocus(page);
});

test("closing a scenario panel returns the focus to its opener", async ({ page }) => {
  await openAccount(page);
  for (const opener of [
    page.getByRole("link", { name: "Add a scenario" }),
    page.getByRole("link", { name: "Edit “Переадресация”" }),
    page.getByRole("link", { name: "Duplicate “Переадресация”" }),
    page.getByRole("button", { name: "Delete “Переадресация”" }),
  ]) {
    await press(page, opener);
    const dialog = page.getByRole("dialog");
    await expect(dialog).toBeVisible();
    await expect(dialog.locator("*:focus")).toHaveCount(1);
    await page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(page).toHaveURL(ACCOUNT);
    await expect(opener).toBeFocused();
    await expectVisibleFocus(page);
  }
});
