import type { Page } from "@playwright/test";
import { MASK } from "#sandbox/requestLog.ts";
import { expect, test } from "./fixtures.ts";
import { heading, panel, toast } from "./lib/screen.ts";

const save = (page: Page) => page.getByRole("button", { name: "Save" }).click();

test.beforeEach(async ({ page }) => {
  await page.goto("/sip/25");
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await expect(page).toHaveURL("/sip/25/edit");
  await expect(panel(page, "Edit 200 Ресепшен").getByLabel("Name")).toBeFocused();
});

test("saving an account sends only the changed fields", async ({ page, office }) => {
  const form = panel(page);
  await expect(form.getByLabel("Extension")).toHaveValue("200");
  await expect(form.getByLabel("Description")).toHaveValue("1 этаж");
  await expect(form.getByRole("combobox")).toHaveValue("+7\u00a0900\u00a0000-00-25");
  await form.getByLabel("Name").fill("Стойка");
  await save(page);
  await expect(toast(page, "Saved")).toBeVisible();
  await expect(page).toHaveURL("/sip/25");
  await expect(heading(page)).toHaveText("200 Стойка");
  await expect(page).toHaveTitle("200 Стойка · Pult");
  const sent = await office.requests("PATCH /sip/{id}");
  expect(sent.map(({ path, body }) => [path, body])).toEqual([
    ["/api/v1/sip/25", { name: "Стойка" }],
  ]);
});

test("all fields of an account can be changed at once", async ({ page, office }) => {
  const form = panel(page);
  await form.getByLabel("Extension").fill("99999");
  await form.getByLabel("Name").fill("Стойка");
  await form.getByLabel("Description").fill("");
  await form.getByRole("combobox").click();
  await form.getByRole("combobox").fill("495 000-00-15");
  await page.getByRole("option").click();
  await form.getByRole("button", { name: "Set a new password" }).click();
  await form.getByLabel("New password").fill("Abcdef-2345-xyz");
  await save(page);
  await expect(heading(page)).toHaveText("99999 Стойка");
  const sent = await office.requests("PATCH /sip/{id}");
  expect(sent.map(({ body }) => body)).toEqual([
    { number: 99999, name: "Стойка", role: "", aon: 15, password: MASK },
  ]);
  await expect(page.getByRole("main")).toContainText("+7 495 000-00-15");
  await page.getByRole("button", { name: "Show the password" }).click();
  await expect(page.getByText("Abcdef-2345-xyz", { exact: true })).toBeVisible();
});

test("a generated password is strong, visible and saved", async ({ page, office }) => {
  await panel(page).getByRole("button", { name: "Set a new password" }).click();
  const password = panel(page).getByLabel("New password");
  // One is suggested at once; another may be typed.
  await expect(password).toHaveValue(/^[\w.-]{16}$/);
  await password.fill("abc");
  const strength = panel(page).getByRole("status").filter({ hasText: /\S/ });
  await expect(strength).toHaveText(/^Weak/);
  await panel(page).getByRole("button", { name: "Generate a password" }).click();
  await expect(password).toHaveAttribute("type", "text");
  await expect(password).toHaveValue(/^[\w.-]{16}$/);
  await expect(strength).toHaveText("Strong");
  const made = await password.inputValue();
  await save(page);
  await expect(toast(page, "Saved")).toBeVisible();
  const sent = await office.requests("PATCH /sip/{id}");
  expect(sent.map(({ body }) => body)).toEqual([{ password: MASK }]);
  await page.getByRole("button", { name: "Show the password" }).click();
  await expect(page.getByText(made, { exact: true })).toBeVisible();
});

test("cancelling an edit form opened by its URL leads to the account", async ({ page }) => {
  await page.goto("/sip/25/edit");
  await expect(panel(page).getByLabel("Name")).toHaveValue("Ресепшен");
  await expect(page).toHaveTitle("Edit 200 Ресепшен · Pult");
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page).toHaveURL("/sip/25");
  await expect(page).toHaveTitle("200 Ресепшен · Pult");
});
