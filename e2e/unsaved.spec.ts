import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { settled } from "./lib/scan.ts";
import { heading, panel, rows } from "./lib/screen.ts";

const question = (page: Page) => page.getByRole("dialog", { name: "Leave without saving?" });
const name = (page: Page) => panel(page).getByLabel("Name");

const WAYS: readonly [string, (page: Page) => Promise<unknown>][] = [
  ["Cancel", (page) => panel(page).getByRole("button", { name: "Cancel" }).click()],
  ["the close button", (page) => panel(page).getByRole("button", { name: "Close" }).click()],
  ["Escape", (page) => page.keyboard.press("Escape")],
  ["Back", (page) => page.goBack()],
  ["a click beside it", (page) => page.mouse.click(20, 400)],
];

const ALL_WAYS_MS = 120_000;

async function openForm(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Add a scenario", exact: true }).click();
  await expect(name(page)).toBeFocused();
  // It slides in: a click would be aimed where its buttons stood before.
  await settled(page);
}

// All forms stand in the same panel.
test("a form asks before it is left, whichever way, once something was typed", async ({
  page,
  office,
}) => {
  test.setTimeout(ALL_WAYS_MS);
  await page.goto("/sip/25");
  for (const [way, leave] of WAYS) {
    await test.step(`${way}, something typed`, async () => {
      await openForm(page);
      await name(page).fill("Начатое");
      await leave(page);
      await expect(question(page)).toContainText("will be lost");
      await page.getByRole("button", { name: "Keep editing" }).click();
      await expect(question(page)).toBeHidden();
      await expect(name(page)).toHaveValue("Начатое");
      await expect(page).toHaveURL(/\/new$/);

      await leave(page);
      await page.getByRole("button", { name: "Leave without saving" }).click();
      await expect(panel(page)).toBeHidden();
      await expect(page).toHaveURL("/sip/25");
      expect((await office.requests()).filter(({ method }) => method !== "GET")).toEqual([]);
    });
    await test.step(`${way}, nothing typed`, async () => {
      await openForm(page);
      await leave(page);
      await expect(panel(page)).toBeHidden();
      await expect(page).toHaveURL("/sip/25");
    });
  }
});

test("Escape in the question means to stay", async ({ page }) => {
  await page.goto("/sip/25/edit");
  await name(page).fill("Начатое");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Keep editing" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(question(page)).toBeHidden();
  await expect(name(page)).toHaveValue("Начатое");
  await expect(name(page)).toBeFocused();
});

test("closing the tab asks too, and only when something was typed", async ({ page }) => {
  await page.goto("/sip/25/edit");
  await name(page).fill("Начатое");
  const asked = page.waitForEvent("dialog");
  await page.close({ runBeforeUnload: true });
  const dialog = await asked;
  expect(dialog.type()).toBe("beforeunload");
  await dialog.dismiss();
  await expect(name(page)).toHaveValue("Начатое");
});

test("a saved form is left without a question", async ({ page }) => {
  await page.goto("/sip/25/edit");
  await name(page).fill("Стойка");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(heading(page)).toHaveText("200 Стойка");
  await page.goto("/sip");
  await expect(rows(page).first()).toContainText("Стойка");
});
