import { expect, test } from "./fixtures.ts";
import { heading, panel, rows, shownCount } from "./lib/screen.ts";

test.beforeEach(({ monitor }) => monitor.expectFailedRequests());

test("an offline list stays usable, shows its age and recovers", async ({
  page,
  context,
  office,
}) => {
  await page.goto("/sip");
  await expect(shownCount(page)).toHaveText("24 accounts");
  await context.setOffline(true);
  const notice = page.getByText(/^No connection to the server\. You see the data from \d\d:\d\d/);
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

test("a form submitted offline keeps its input and can be saved later", async ({
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

test.describe("with an empty cache", () => {
  // Cached code would load offline, too.
  test.use({ fresh: true });

  test("a page whose code can't load offline shows an error inside the frame, and loads when online", async ({
    page,
    context,
  }) => {
    await page.goto("/sip");
    await expect(shownCount(page)).toHaveText("24 accounts");
    await context.setOffline(true);
    await page.getByRole("link", { name: "Voicemail" }).click();
    await expect(heading(page)).toHaveText("This page has crashed");
    await expect(page.getByRole("navigation", { name: "Sections" })).toBeVisible();
    await expect(page.getByRole("button", { name: "Reload the page" })).toBeVisible();
    await context.setOffline(false);
    // At once, or after a retry delay.
    await expect(heading(page)).toHaveText("Voicemail", { timeout: 15_000 });
  });
});

test("an account opened offline loads when online", async ({ page, context }) => {
  await page.goto("/sip/25");
  await expect(heading(page)).toHaveText("200 Ресепшен");
  await page.getByRole("link", { name: "SIP accounts" }).first().click();
  await expect(rows(page).first()).toBeVisible();
  await context.setOffline(true);
  await page.getByRole("link", { name: "Бухгалтерия" }).click();
  await expect(page.getByText(/^No connection to the server\. You see/)).toBeVisible();
  await context.setOffline(false);
  await expect(heading(page)).toHaveText("201 Бухгалтерия");
});
