import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { waitForAnimations } from "./lib/axe.ts";
import { heading, panel, rows } from "./lib/screen.ts";

const leaveDialog = (page: Page) => page.getByRole("dialog", { name: "Leave without saving?" });
const name = (page: Page) => panel(page).getByLabel("Name");

const LEAVE_ACTIONS: readonly [string, (page: Page) => Promise<unknown>][] = [
  ["Cancel", (page) => panel(page).getByRole("button", { name: "Cancel" }).click()],
  ["the close button", (page) => panel(page).getByRole("button", { name: "Close" }).click()],
  ["Escape", (page) => page.keyboard.press("Escape")],
  ["Back", (page) => page.goBack()],
  ["a click beside it", (page) => page.mouse.click(20, 400)],
];

const TEST_TIMEOUT_MS = 120_000;

async function openForm(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Add a scenario", exact: true }).click();
  await expect(name(page)).toBeFocused();
  // Clicks would miss the buttons while the panel slides in.
  await waitForAnimations(page);
}

// All forms use the same panel.
test("every way of leaving a changed form asks for a confirmation", async ({ page, office }) => {
  test.setTimeout(TEST_TIMEOUT_MS);
  await page.goto("/sip/25");
  for (const [label, leave] of LEAVE_ACTIONS) {
    await test.step(`${label}, something typed`, async () => {
      await openForm(page);
      await name(page).fill("Начатое");
      await leave(page);
      await expect(leaveDialog(page)).toContainText("will be lost");
      await page.getByRole("button", { name: "Keep editing" }).click();
      await expect(leaveDialog(page)).toBeHidden();
      await expect(name(page)).toHaveValue("Начатое");
      await expect(page).toHaveURL(/\/new$/);

      await leave(page);
      await page.getByRole("button", { name: "Leave without saving" }).click();
      await expect(panel(page)).toBeHidden();
      await expect(page).toHaveURL("/sip/25");
      expect((await office.requests()).filter(({ method }) => method !== "GET")).toEqual([]);
    });
    await test.step(`${label}, nothing typed`, async () => {
      await openForm(page);
      await leave(page);
      await expect(panel(page)).toBeHidden();
      await expect(page).toHaveURL("/sip/25");
    });
  }
});

test("Escape in the leave confirmation keeps the form open", async ({ page }) => {
  await page.goto("/sip/25/edit");
  await name(page).fill("Начатое");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Keep editing" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(leaveDialog(page)).toBeHidden();
  await expect(name(page)).toHaveValue("Начатое");
  await expect(name(page)).toBeFocused();
});

test("closing the tab with unsaved changes asks for a confirmation", async ({ page }) => {
  await page.goto("/sip/25/edit");
  await name(page).fill("Начатое");
  const dialogOpened = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  const dialog = await dialogOpened;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await expect(name(page)).toHaveValue("Начатое");
});

test("a saved form can be left without a confirmation", async ({ page }) => {
  await page.goto("/sip/25/edit");
  await name(page).fill("Стойка");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(heading(page)).toHaveText("200 Стойка");
  await page.goto("/sip");
  await expect(rows(page).first()).toContainText("Стойка");
});
