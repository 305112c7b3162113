import { expect, test } from "./fixtures.ts";
import { heading, panel, rows, shownCount, toast } from "./lib/screen.ts";

test("an account is created by mouse and keyboard", async ({ page, office, scan }) => {
  await page.goto("/sip");
  await page.getByRole("link", { name: "Create account" }).click();
  await expect(page).toHaveURL("/sip/new");
  const form = panel(page, "New SIP account");
  await expect(form.getByLabel("Extension")).toHaveValue("208");
  await expect(form.getByText("208 is the next free one")).toBeVisible();
  await scan();
  await expect(form.getByLabel("Name")).toBeFocused();
  await page.keyboard.type("Анна Новикова");
  await form.getByLabel("Description").fill("Отдел продаж");

  const callerId = form.getByRole("combobox", { name: "Caller ID" });
  await callerId.focus();
  await page.keyboard.type("8 999");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await expect(callerId).toHaveValue("+7\u00a0999\u00a0333-22-10");

  const rings = form.getByRole("spinbutton", { name: "SIP phone rings, seconds" });
  await expect(rings).toHaveValue("30");
  await form.getByRole("button", { name: "SIP phone rings, seconds: 5 less" }).click();
  await rings.press("ArrowDown");
  await expect(rings).toHaveValue("20");

  await form.getByLabel("Forward to a number").fill("8 (900) 000-12-34");
  await form.getByLabel("Forward to a number").press("Tab");
  await expect(form.getByLabel("Forward to a number")).toHaveValue("+7\u00a0900\u00a0000-12-34");
  await form.getByRole("spinbutton", { name: "That number rings, seconds" }).fill("40");
  await form.getByRole("radio", { name: /All at once/ }).check();
  await form.getByRole("button", { name: "Create account" }).click();

  await expect(page).toHaveURL("/sip/49");
  await expect(heading(page)).toHaveText("208 Анна Новикова");
  await expect(toast(page, "Account 208 Анна Новикова created")).toBeVisible();
  await expect(page.getByText("The platform is still creating this account")).toBeVisible();
  await expect(page.getByRole("main")).toContainText(
    "Rings 40 s; whether voicemail follows, the provider does not tell",
  );
  const [sent, ...more] = await office.requests("PUT /sip");
  expect(more).toEqual([]);
  expect(sent?.body).toEqual({
    name: "Анна Новикова",
    number: 208,
    role: "Отдел продаж",
    aon: 22,
    sequence_rule: "simultaneous",
    sip_timeout: 20,
    phone_number: "79000001234",
    phone_timeout: 40,
  });
  await page.getByRole("link", { name: "SIP accounts" }).first().click();
  await expect(shownCount(page)).toHaveText("25 accounts");
  await expect(page.getByRole("row", { name: /208 Анна Новикова/ })).toContainText("Being created");
});

test("the caller ID is picked from the office's numbers", async ({ page }) => {
  await page.goto("/sip/new");
  const callerId = page.getByRole("combobox", { name: "Caller ID" });
  await page.getByRole("button", { name: "Show the choices" }).click();
  const choices = page.getByRole("listbox").getByRole("option");
  await expect(choices).toHaveCount(12);
  await expect(choices.first()).toHaveText("+7\u00a0495\u00a0000-00-15city");
  await callerId.fill("800");
  await expect(choices).toHaveCount(2);
  await callerId.fill("слово");
  await expect(page.getByText("No number of the office fits")).toBeVisible();
  await callerId.fill("");
  await choices.nth(5).click();
  await expect(callerId).toHaveValue("+7\u00a0800\u00a0000-00-20");
  await page.getByRole("button", { name: "Clear", exact: true }).click();
  await expect(callerId).toHaveValue("");
});

test("opening and cancelling the create form keeps the filters of the list", async ({ page }) => {
  await page.goto("/sip?state=offline");
  await expect(rows(page)).toHaveCount(2);
  await page.getByRole("link", { name: "Create account" }).click();
  await expect(page).toHaveURL("/sip/new?state=offline");
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page).toHaveURL("/sip?state=offline");
  await expect(page.getByRole("link", { name: "Create account" })).toBeFocused();
});
