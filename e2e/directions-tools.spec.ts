import { readFile } from "node:fs/promises";
import { expect, test } from "./fixtures.ts";
import { keyboardTest } from "./keyboardFixture.ts";
import { expectVisibleFocus, tabTo, watchFocus } from "./lib/focus.ts";
import { heading, panel } from "./lib/screen.ts";

const NUMBER = "Phone number";

test.beforeEach(({ page, monitor }) => watchFocus(page, monitor));

test("a number is tested, and its country is opened from the result", async ({ page }) => {
  await page.goto("/directions");
  await page.getByRole("link", { name: "Test a number" }).click();
  const tested = panel(page, "Test a number");
  const result = tested.getByRole("region", { name: "Result" });
  const number = tested.getByLabel(NUMBER);
  await number.fill("8 10 374 10 324040");
  await expect(result).toContainText("Armenia +374");
  await expect(result).toContainText("Calls are allowed");
  await number.fill("8 727 300-00-00");
  await expect(result).toContainText("This code belongs to Kazakhstan and Russia");
  await expect(result).toContainText("probably from here: Kazakhstan");
  await number.fill("0053 5 1234567");
  await expect(result).toContainText("Toll fraud risk");
  await number.fill("+43 1 1234567");
  await result.getByRole("button", { name: "Open", exact: true }).click();
  await expect(result).toContainText("Calls are allowed");
  await expect(page).toHaveURL("/directions/test?number=%2B43+1+1234567");
  await page.reload();
  await expect(result).toContainText("Austria +43");
  await result.getByRole("link", { name: "Show in the list" }).click();
  await expect(page).toHaveURL("/directions?q=%2B43");
  await expect(page.getByRole("rowheader", { name: /^Austria/ })).toBeVisible();
  await expect(page.locator("body")).not.toBeFocused();
});

keyboardTest("by keyboard alone: a risky number leads to the review", async ({ page }) => {
  await page.goto("/directions");
  await tabTo(page, page.getByRole("link", { name: "Test a number" }));
  await page.keyboard.press("Enter");
  const tested = panel(page, "Test a number");
  await expect(tested.getByLabel(NUMBER)).toBeFocused();
  await page.keyboard.type("+53 5 1234567");
  const result = tested.getByRole("status").filter({ hasText: "Cuba" });
  await expect(result).toHaveText("Cuba, +53: calls are not allowed.");
  await tabTo(page, tested.getByText("Who says so"));
  await page.keyboard.press("Enter");
  await expect(tested.getByRole("link", { name: /Telecom Namibia/ })).toBeVisible();
  await tabTo(page, tested.getByRole("button", { name: "Open…" }));
  await expectVisibleFocus(page);
  await page.keyboard.press("Enter");
  const review = panel(page, "Review of changes");
  await expect(review).toContainText("Cuba");
  await expect(page.locator("body")).not.toBeFocused();
  await page.keyboard.press("Escape");
  await expect(review).toBeHidden();
  await expect(heading(page)).toBeVisible();
  await expect(page.locator("body")).not.toBeFocused();
});

test("open countries are exported, edited and imported into the review", async ({ page }) => {
  await page.goto("/directions");
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download CSV" }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toMatch(/^pult-directions-\d{4}-\d\d-\d\d\.csv$/);
  const csv = await readFile(await download.path(), "utf8");
  const lines = csv.split("\r\n");
  expect(lines[0]).toBe("\uFEFFCode,Name (Russian),English name,ID");
  expect(lines).toContainEqual(expect.stringMatching(/^36,Венгрия,Hungary,\d+$/));

  await page.getByRole("link", { name: "Load a list" }).click();
  const loading = panel(page, "Load a list of countries");
  const choose = async (text: string) => {
    const buffer = Buffer.from(text);
    await loading
      .getByLabel("Choose a file")
      .setInputFiles({ name: "countries.csv", mimeType: "text/csv", buffer });
  };
  await choose(csv);
  await loading.getByRole("radio", { name: /^Make what is open exactly/ }).check();
  await expect(loading.getByText("Nothing to change", { exact: false })).toBeVisible();
  const kept = lines.filter((line) => !line.startsWith("49,"));
  await choose(`${kept.join("\r\n")}43,,Austria,\r\n,,Atlantis,\r\n`);
  await expect(loading.getByRole("list").filter({ hasText: "Austria +43" })).toBeVisible();
  await expect(loading.getByRole("list").filter({ hasText: "Germany +49" })).toBeVisible();
  await loading.getByText("1 line was not understood").click();
  await expect(loading.getByText(/Line \d+, “Atlantis”/)).toBeVisible();
  await loading.getByRole("button", { name: "Go to the review" }).click();
  const review = panel(page, "Review of changes");
  await expect(review).toContainText("Austria");
  await expect(review).toContainText("Germany");
});
