import { expect, test } from "./fixtures.ts";
import { heading, openDelete, shownCount, toast } from "./lib/screen.ts";

test.beforeEach(async ({ page }) => {
  await page.goto("/sip/25");
  await openDelete(page);
});

test("deleting an account needs a confirmation", async ({ page, office }) => {
  const dialog = page.getByRole("dialog", { name: "Delete 200 Ресепшен?" });
  await expect(dialog).toContainText(
    "Its 3 scenarios go too: SIP, Переадресация, Вечер и выходные.",
  );
  const remove = dialog.getByRole("button", { name: "Delete 200" });
  await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
  await expect(remove).toBeDisabled();
  await dialog.getByLabel("I understand that this can’t be undone").check();
  // Keeps the dialog open for the second click, which would otherwise focus the page below.
  await office.faults({ operation: "DELETE /sip/{id}", fault: "latency:400" });
  await remove.dblclick();

  await expect(page).toHaveURL("/sip");
  await expect(toast(page, "Account 200 Ресепшен deleted")).toBeVisible();
  await expect(heading(page)).toBeFocused();
  await expect(shownCount(page)).toHaveText("23 accounts");
  await expect(page.getByRole("link", { name: "Ресепшен" })).toHaveCount(0);
  expect(await office.requests("DELETE /sip/{id}")).toHaveLength(1);
});

test("a deleted account is not shown by Back or by its URL", async ({ page, monitor }) => {
  monitor.expectFailedRequests();
  await page.goto("/sip");
  await page.getByRole("link", { name: "Ресепшен" }).click();
  await openDelete(page);
  await page.getByLabel("I understand that this can’t be undone").check();
  await page.getByRole("button", { name: "Delete 200" }).click();
  await expect(shownCount(page)).toHaveText("23 accounts");
  await page.goBack();
  await expect(shownCount(page)).toHaveText("23 accounts");
  await page.goto("/sip/25");
  await expect(page.getByRole("heading", { name: "There is no such account" })).toBeVisible();
});
