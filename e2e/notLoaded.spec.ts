import { expect, type Route, test } from "@playwright/test";

const SCRIPT = /\/assets\/index-[\w-]+\.js/;

const INSTEAD: Record<string, (route: Route) => Promise<void>> = {
  "is gone": (route) => route.fulfill({ status: 404, body: "Not found" }),
  "comes as a page": (route) => route.fulfill({ contentType: "text/html", body: "<p>Login" }),
  "is cut off": (route) => route.fulfill({ contentType: "text/javascript", body: "const a = {" }),
  "is blocked": (route) => route.abort("blockedbyclient"),
};

for (const [what, answer] of Object.entries(INSTEAD)) {
  test(`where the app's code ${what}, the page says so in both languages, and can be reloaded`, async ({
    page,
  }) => {
    await page.route(SCRIPT, answer);
    await page.goto("/sip");
    const words = page.getByRole("alert");
    await expect(words).toContainText("Пульт не загрузился");
    await expect(words).toContainText("Pult could not be loaded");
    await expect(words, "no path stands before the address").not.toContainText("BASE_PATH");
    await page.unroute(SCRIPT);
    await words.getByRole("button", { name: "Обновить / Reload" }).click();
    await expect(page.getByRole("heading", { level: 1, name: "SIP accounts" })).toBeVisible();
  });
}

test("where the app's code is gone, the page tries again by itself", async ({ page }) => {
  await page.clock.install();
  await page.route(SCRIPT, (route) => route.fulfill({ status: 404, body: "Not found" }));
  await page.goto("/status/wall");
  await expect(page.getByRole("alert")).toContainText("Pult could not be loaded");
  await page.unroute(SCRIPT);
  await page.clock.runFor(30_000);
  await expect(page.getByRole("list", { name: "Accounts" })).toBeVisible();
});
