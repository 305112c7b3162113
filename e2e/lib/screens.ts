import { expect, type Page } from "@playwright/test";
import type { Office } from "./office.ts";
import { heading, rows, searchBox } from "./screen.ts";
import type { Texts } from "./texts.ts";

export interface Stage {
  page: Page;
  office: Office;
  t: Texts;
}

/** Every screen and dialog, and how one gets to see it. */
export const SCREENS: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
  "the list": async ({ page }) => {
    await page.goto("/sip?sort=-name");
    await expect(rows(page).first()).toBeVisible();
  },
  "the list, empty": async ({ page, office, t }) => {
    await office.reset({ accounts: 0 });
    await page.goto("/sip");
    await expect(page.getByRole("heading", { name: t("sip.empty") })).toBeVisible();
  },
  "the list, no match": async ({ page, t }) => {
    await page.goto("/sip?q=zzz&state=offline");
    await expect(page.getByRole("heading", { name: t("list.noMatch") })).toBeVisible();
  },
  "the list, failed": async ({ page, office }) => {
    await office.faults({ operation: "GET /sip", fault: "status:401" });
    await page.goto("/sip");
    await expect(page.getByRole("alert")).toBeVisible();
  },
  "the list, stale": async ({ page, office, t }) => {
    await page.goto("/sip");
    await expect(rows(page).first()).toBeVisible();
    await office.faults({ operation: "GET /sip", fault: "status:403" });
    await page.getByRole("button", { name: t("fresh.refresh") }).click();
    await expect(page.getByRole("button", { name: t("ui.retry") })).toBeVisible();
  },
  "the list, loading": async ({ page, office, t }) => {
    await office.faults({ operation: "GET /sip", fault: "latency:10000" });
    await page.goto("/sip");
    await expect(page.getByText(t("sip.loading"))).toBeAttached();
  },
  "the list, in the middle of loading": async ({ page, office }) => {
    await office.reset({ accounts: 300 });
    await office.faults(
      { operation: "GET /sip", fault: "latency:0", times: 1 },
      { operation: "GET /sip", fault: "latency:10000" },
    );
    await page.goto("/sip");
    await expect(page.getByRole("progressbar")).toBeVisible();
  },
  "an account": async ({ page, t }) => {
    await page.goto("/sip/25");
    await page.getByRole("button", { name: t("account.show") }).click();
    await expect(page.getByRole("button", { name: t("account.hide") })).toBeVisible();
  },
  "an account that is being created": async ({ page, t }) => {
    await page.goto("/sip/31");
    await expect(page.getByText(t("account.creating"))).toBeVisible();
  },
  "no such account": async ({ page, t }) => {
    await page.goto("/sip/99999");
    await expect(page.getByRole("heading", { name: t("account.gone") })).toBeVisible();
  },
  "the form of a new account, with mistakes": async ({ page, t }) => {
    await page.goto("/sip/new");
    await page.getByRole("textbox", { name: t("account.extension") }).fill("7");
    await page.getByLabel(t("form.phone")).fill("12");
    await page
      .getByRole("dialog")
      .getByRole("button", { name: t("form.create") })
      .click();
    await expect(page.getByText(t("field.required"))).toBeVisible();
  },
  "the form of a new account, choosing a caller ID": async ({ page, t }) => {
    await page.goto("/sip/new");
    await page.getByRole("button", { name: t("ui.choices") }).click();
    await expect(page.getByRole("option").first()).toBeVisible();
  },
  "the form of an account, with a password": async ({ page, t }) => {
    await page.goto("/sip/25/edit");
    await page.getByRole("button", { name: t("form.generate") }).click();
    await expect(page.getByText(t("form.strength.strong"))).toBeVisible();
  },
  "the form of an account, failed": async ({ page, office, t }) => {
    await office.faults({ operation: "PATCH /sip/{id}", fault: "status:400" });
    await page.goto("/sip/25/edit");
    await page.getByRole("dialog").getByLabel(t("account.name")).fill("Стойка");
    await page.getByRole("button", { name: t("form.save") }).click();
    await expect(page.getByRole("alert")).toBeVisible();
  },
  "the question of an unsaved form": async ({ page, t }) => {
    await page.goto("/sip/25/edit");
    await page.getByRole("dialog").getByLabel(t("account.name")).fill("Стойка");
    await page.keyboard.press("Escape");
    await expect(page.getByRole("button", { name: t("ui.unsavedStay") })).toBeFocused();
  },
  "the question before deleting": async ({ page, office, t }) => {
    await office.faults({ operation: "DELETE /sip/{id}", fault: "status:500" });
    await page.goto("/sip/25");
    await page.getByRole("button", { name: t("account.delete"), exact: true }).click();
    await page.getByRole("checkbox").check();
    await page.getByRole("dialog").getByRole("button").last().click();
    await expect(page.getByRole("alert")).toBeVisible();
  },
  "the sandbox's controls": async ({ page, t }) => {
    await page.goto("/sip");
    await page.getByRole("button", { name: t("app.sandbox") }).click();
    await expect(page.getByText(t("sandbox.none"))).toBeVisible();
  },
  "no such page": async ({ page, t }) => {
    await page.goto("/nowhere");
    await expect(heading(page)).toHaveText(t("missing.title"));
    await searchBox(page).focus();
  },
};
