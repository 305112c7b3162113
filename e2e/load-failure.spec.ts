import { expect, type Route, test } from "@playwright/test";

const SCRIPT = /\/assets\/index-[\w-]+\.js/;

const RESPONSES: Record<string, (route: Route) => Promise<void>> = {
  "is missing": (route) => route.fulfill({ status: 404, body: "Not found" }),
  "is an HTML page": (route) => route.fulfill({ contentType: "text/html", body: "<p>Login" }),
  "is cut off": (route) => route.fulfill({ contentType: "text/javascript", body: "const a = {" }),
  "is blocked": (route) => route.abort("blockedbyclient"),
};

for (const [failure, answer] of Object.entries(RESPONSES)) {
  test(`when the app's code ${failure}, the page shows that in both languages and can be reloaded`, async ({
    page,
  }) => {
    await page.route(SCRIPT, answer);
    await page.goto("/sip");
    const alert = page.getByRole("alert");
    await expect(alert).toContainText("Пульт не загрузился");
    await expect(alert).toContainText("Pult could not be loaded");
    await expect(alert, "no advice about a path").not.toContainText("BASE_PATH");
    await page.unroute(SCRIPT);
    await alert.getByRole("button", { name: "Обновить / Reload" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "SIP accounts" })).toBeVisible();
  });
}

test("when the app's code is missing, the page retries by itself", async ({ page }) => {
  await page.clock.install();
  await page.route(SCRIPT, (route) => route.fulfill({ status: 404, body: "Not found" }));
  await page.goto("/status/wall");
  await expect(page.getByRole("alert")).toContainText("Pult could not be loaded");
  await page.unroute(SCRIPT);
  await page.clock.runFor(30_000);
  await expect(page.getByRole("list", { name: "Accounts" })).toBeVisible();
});
