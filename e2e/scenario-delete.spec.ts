import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import {
  requestedIds,
  cards,
  DELETE,
  EVENING,
  expectActive,
  FORWARD,
  openAccount,
  section,
  SIP,
} from "./lib/scenarios.ts";
import { toast } from "./lib/screen.ts";

const opener = (page: Page, { name }: { name: string }) =>
  section(page).getByRole("button", { name: `Delete “${name}”` });
const remove = (dialog: Locator) => dialog.getByRole("button", { name: "Delete the scenario" });

async function openDialog(page: Page, scenario: { name: string }): Promise<Locator> {
  await opener(page, scenario).click();
  const dialog = page.getByRole("dialog", { name: `Delete the scenario “${scenario.name}”?` });
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  return dialog;
}

test.beforeEach(async ({ page }) => {
  await openAccount(page);
});

test("deleting a scenario asks for confirmation", async ({ page, office }) => {
  const dialog = await openDialog(page, EVENING);
  await expect(dialog).toContainText("It can’t be restored");
  await expect(dialog.getByRole("checkbox")).toHaveCount(0);
  // Keeps the dialog open for the second click, which would otherwise focus the page below.
  await office.faults({ operation: DELETE, fault: "latency:400" });
  await remove(dialog).dblclick();
  await expect(dialog).toBeHidden();
  await expect(toast(page, "The scenario “Вечер и выходные” was deleted")).toBeVisible();
  await expect(cards(page)).toHaveText([SIP.name, FORWARD.name]);
  await expect(section(page).getByRole("heading", { name: "Scenarios" })).toBeFocused();
  expect(await requestedIds(office, DELETE)).toEqual([EVENING.id]);
  await page.reload();
  await expect(cards(page)).toHaveText([SIP.name, FORWARD.name]);
});

test("deleting the active scenario needs an extra checkbox", async ({ page, office }) => {
  const dialog = await openDialog(page, SIP);
  await expect(dialog).toContainText("the provider decides which scenario becomes active");
  await expect(remove(dialog)).toBeDisabled();
  await dialog.getByRole("checkbox", { name: "I understand that this can’t be undone" }).check();
  await remove(dialog).click();
  await expect(toast(page, "The scenario “SIP” was deleted")).toBeVisible();
  await expectActive(page, FORWARD.name);
  expect(await requestedIds(office, DELETE)).toEqual([SIP.id]);
});
