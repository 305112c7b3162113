import { expect, test } from "./fixtures.ts";
import { heading, panel, rows, shownCount } from "./lib/screen.ts";

test.beforeEach(({ watched }) => watched.expectFailedRequests());

test("without a network the list stays, says how old it is, and carries on", async ({
  page,
  context,
  office,
}) => {
  await page.goto("/sip");
  await expect(shownCount(page)).toHaveText("24 accounts");
  await context.setOffline(true);
  const notice = page.getByText(/^No connection to the server\. Shown is the data of \d\d:\d\d/);
  await expect(notice).toBeVisible();
  await expect(rows(page).first()).toBeVisible();
  await page.getByRole("button", { name: /^Offline/ }).click();
  await expect(rows(page)).toHaveCount(2);
  await office.change("PATCH", "/sip/28", { name: "Новый диспетчер" });
  await context.setOffline(false);
  await expect(notice).toHaveCount(0);
  await page.getByRole("button", { name: "Refresh" }).click();
  await expect(page.getByRole("link", { name: "Новый диспетчер" })).toBeVisible();
});

test("a form that can't be sent keeps what was entered and works later", async ({
  page,
  context,
  office,
}) => {
  await page.goto("/sip/25/edit");
  await panel(page).getByLabel("Name").fill("Стойка");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("alert")).toContainText("No connection to the server");
  await expect(panel(page).getByLabel("Name")).toHaveValue("Стойка");
  await context.setOffline(false);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(heading(page)).toHaveText("200 Стойка");
  expect(await office.requests("PATCH /sip/{id}")).toHaveLength(1);
});

test.describe("in a browser that has loaded nothing else", () => {
  // Code that another test has brought into the cache would be there without a network too.
  test.use({ fresh: true });

  test("a page that was never opened says that it can't be loaded, inside the frame, and is when it can", async ({
    page,
    context,
  }) => {
    await page.goto("/sip");
    await expect(shownCount(page)).toHaveText("24 accounts");
    await context.setOffline(true);
    await page.getByRole("link", { name: "Voicemail" }).click();
    await expect(heading(page)).toHaveText("This page has stumbled");
    await expect(page.getByRole("navigation", { name: "Sections" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Reload the page" })).toBeVisible();
    await context.setOffline(false);
    // At once, or after a pause where it was back before it was missed.
    await expect(heading(page)).toHaveText("Voicemail", { timeout: 15_000 });
  });
});

test("an account opened without a network loads when it is back", async ({ page, context }) => {
  await page.goto("/sip/25");
  await expect(heading(page)).toHaveText("200 Ресепшен");
  await page.getByRole("link", { name: "SIP accounts" }).first().click();
  await expect(rows(page).first()).toBeVisible();
  await context.setOffline(true);
  await page.getByRole("link", { name: "Бухгалтерия" }).click();
  await expect(page.getByText(/^No connection to the server\. Shown/)).toBeVisible();
  await context.setOffline(false);
  await expect(heading(page)).toHaveText("201 Бухгалтерия");
});
