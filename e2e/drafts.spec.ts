import type { Page } from "@playwright/test";
import { OWN_HEADER } from "#api/ownHeader.ts";
import { expect, test } from "./fixtures.ts";
import { tabTo } from "./lib/focus.ts";
import { panel, rows } from "./lib/screen.ts";
import { readStorage } from "./lib/readStorage.ts";

/** A password, which must not be stored, and a text for the other fields, which must be restored. */
const SECRET = "Canary-7316";
const TYPED = "79000001234";
const STORED = /\+?7.?900.?000.?12.?34/;
const TEST_TIMEOUT_MS = 120_000;

const restoreNotice = (page: Page) =>
  page.getByRole("status").filter({ hasText: /What you entered at \d\d:\d\d/ });
const fields = (page: Page) =>
  page.locator(
    "form[novalidate] input:visible:not([type=radio], [type=checkbox], [type=time], [role=combobox])",
  );
const fieldValues = (page: Page) =>
  fields(page).evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value));

/** Fills in all text fields; returns how many of them were passwords. */
async function fillAll(page: Page): Promise<number> {
  let secrets = 0;
  for (const field of await fields(page).all()) {
    // Also while it is shown, as one that was generated is.
    const isSecret =
      (await field.getAttribute("type")) === "password" ||
      (await field.getAttribute("name")) === "password" ||
      (await page.getByLabel("New password").and(field).count()) > 0;
    if (isSecret) secrets += 1;
    await field.fill(isSecret ? SECRET : TYPED);
  }
  return secrets;
}

test.beforeEach(({ page }) => {
  // The browser asks before reloading a page with unsaved changes.
  page.on("dialog", (dialog) => void dialog.accept());
});

const FORMS = [
  { form: "an account", path: "/sip/25/edit", secrets: 1 },
  { form: "a new scenario", path: "/sip/25/scenarios/new", secrets: 0 },
  { form: "a scenario", path: "/sip/25/scenarios/", secrets: 0 },
  { form: "a number to connect", path: "/external-numbers/new?kind=ate", secrets: 1 },
  { form: "a connection", path: "/external-numbers/ate/1/edit", secrets: 1 },
  { form: "a smart number", path: "/smart-numbers/new?user=12", secrets: 0 },
  { form: "a channel of alerts", path: "/alerts/channels/new?type=webhook", secrets: 1 },
  { form: "a rule of alerts", path: "/alerts/rules/new", secrets: 0 },
  { form: "voicemail", path: "/voicemail", secrets: 0 },
] as const;

test("every form restores its draft after a reload, without secrets", async ({ page, request }) => {
  test.setTimeout(TEST_TIMEOUT_MS);
  const answer = await request.get("/api/v1/sip/25/scenarios", { headers: OWN_HEADER });
  const body: unknown = await answer.json();
  const { id = 0 } = (body as { data: { id: number }[] }).data[0] ?? {};
  for (const { form, path, secrets } of FORMS) {
    await test.step(form, async () => {
      const address = path.replace(/scenarios\/$/, `scenarios/${id}/edit`);
      await page.goto(address);
      await expect(fields(page).first()).toBeVisible();
      await expect(page.getByText("Loading")).toHaveCount(0);
      const before = await fieldValues(page);
      // Some password fields appear only after a button.
      const step = page.getByRole("button", { name: /^(Set a new|Enter the) password$/ });
      const hidden = await step.count();
      if (hidden > 0) await step.click();
      expect(await fillAll(page)).toBe(secrets);
      await page.reload();
      await expect(restoreNotice(page)).toBeVisible();
      await expect(restoreNotice(page)).toContainText(
        secrets === 0 ? "restored" : "Passwords are not",
      );
      await expect(page).toHaveURL(address);
      const typed = (await fieldValues(page)).filter((value) => STORED.test(value));
      expect(typed).toHaveLength(before.length - (secrets - hidden));
      const kept = await readStorage(page);
      expect(kept).toMatch(STORED);
      expect(kept).not.toContain(SECRET);

      await tabTo(page, restoreNotice(page).getByRole("button", { name: "Discard" }));
      await page.keyboard.press("Enter");
      await expect(restoreNotice(page)).toHaveCount(0);
      await expect.poll(() => fieldValues(page)).toEqual(before);
      await expect(page.locator("form[novalidate] input:focus")).toBeVisible();
      await expect.poll(() => readStorage(page)).not.toMatch(STORED);
    });
  }
});

test("the forwarding form restores every type, and of a CRM's address only the host", async ({
  page,
}) => {
  const form = panel(page, /^Forwarding/);
  await page.goto("/external-numbers/ate/1/forward");
  const type = (value: string) => form.locator(`[type=radio][value=${value}]`).first();
  const host = form.locator("[data-field=host]");
  const number = form.locator("[data-field=destination_number]");
  await type("number").check();
  await number.fill(TYPED);
  await type("sip_uri").check();
  await form.locator("[data-field=destination_uri]").fill(`anna:${SECRET}@pbx.example`);
  for (const crm of ["bitrix", "amo", "retail"]) {
    await type(crm).check();
    await expect(host).toHaveValue("");
    await host.fill(`https://${crm}.crm.example/rest/1/${SECRET}/`);
  }
  await page.reload();
  await expect(restoreNotice(page)).toContainText("Passwords are not kept");
  await expect(type("retail")).toBeChecked();
  await expect(host).toHaveValue("retail.crm.example");
  await type("bitrix").check();
  await expect(host).toHaveValue("bitrix.crm.example");
  await type("number").check();
  await expect(number).toHaveValue(STORED);
  expect(await readStorage(page)).not.toContain(SECRET);
});

test("a draft is merged with newer server data, and deleted when it is discarded or saved", async ({
  page,
  office,
  scan,
}) => {
  const name = panel(page).getByLabel("Name");
  const role = panel(page).locator("[data-field=role]");
  await page.goto("/sip/25/edit");
  await name.fill("Стойка");
  await office.change("PATCH", "/sip/25", { role: "Вход" });
  await page.reload();
  await expect(restoreNotice(page)).toContainText("What is saved has changed since then");
  await expect(name).toHaveValue("Стойка");
  await expect(role).toHaveValue("Вход");
  await scan();
  // There is no browser prompt, because nothing was edited since the reload.
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("button", { name: "Leave without saving" }).click();
  await expect(panel(page)).toBeHidden();
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await expect(name).toHaveValue("Ресепшен");

  await name.fill("Стойка");
  await page.reload();
  await expect(restoreNotice(page)).toBeVisible();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(panel(page)).toBeHidden();
  expect((await office.requests("PATCH /sip/{id}")).at(-1)?.body).toEqual({ name: "Стойка" });
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await expect(name).toHaveValue("Стойка");
  await expect(restoreNotice(page)).toHaveCount(0);
});

test("a reload during a save warns that the outcome is unknown", async ({ page, office }) => {
  await office.faults({ operation: "PUT /sip", fault: "hang" });
  await page.goto("/sip/new");
  await panel(page).getByLabel("Name").fill("Стойка");
  await page.getByRole("button", { name: "Create account" }).last().click();
  await expect.poll(() => office.requests("PUT /sip")).toHaveLength(1);
  await page.reload();
  await expect(restoreNotice(page)).toContainText("check before you save again");
});

test("selected countries are restored after a reload and discarded with one button", async ({
  page,
}) => {
  const tick = (name: string) =>
    rows(page)
      .filter({ has: page.getByTitle(name, { exact: true }) })
      .getByRole("checkbox");
  await page.goto("/directions");
  const ticked = await tick("Austria").isChecked();
  await tick("Austria").setChecked(!ticked);
  await page.reload();
  await expect(restoreNotice(page)).toBeVisible();
  await expect(tick("Austria")).toBeChecked({ checked: !ticked });
  await restoreNotice(page).getByRole("button", { name: "Discard" }).click();
  await expect(tick("Austria")).toBeChecked({ checked: ticked });
  await expect(page.getByRole("heading", { level: 1 })).toBeFocused();
});
