import { expect } from "@playwright/test";
import { paths } from "#paths";
import { ACCOUNT, FORWARD } from "../lib/scenarios.ts";
import { rows } from "../lib/screen.ts";
import { dialog, hang, never, refuse, type RouteScreens, type Stage } from "./stage.ts";

const EDIT = `${ACCOUNT}/edit`;

async function openChoices({ page, t }: Stage): Promise<void> {
  await page.goto(paths.sipNew());
  await page.getByRole("button", { name: t("ui.choices") }).click();
}

export const sip: RouteScreens = {
  at: paths.sip(),
  loading: async (stage) => {
    await hang(stage, "GET /sip");
    await stage.page.goto(paths.sip());
    await expect(stage.page.getByText(stage.t("sip.loading"))).toBeAttached();
  },
  empty: async ({ page, office, t }) => {
    await office.reset({ accounts: 0 });
    await page.goto(paths.sip());
    await expect(page.getByRole("heading", { name: t("sip.empty") })).toBeVisible();
  },
  full: async ({ page, office }) => {
    // Of a scenario whose order the provider does not tell, the drawing is unsure.
    await office.change("PATCH", `${ACCOUNT}/scenarios/${FORWARD.id}`);
    await page.goto("/sip?sort=-name");
    await expect(rows(page).first()).toBeVisible();
    await expect(rows(page).filter({ hasText: FORWARD.name }).first()).toBeAttached();
  },
  error: async ({ page, office }) => {
    await office.faults({ operation: "GET /sip", fault: "status:401" });
    await page.goto(paths.sip());
    await expect(page.getByRole("alert")).toBeVisible();
  },
  more: {
    "no match": async ({ page, t }) => {
      await page.goto("/sip?q=zzz&state=offline");
      await expect(page.getByRole("heading", { name: t("list.noMatch") })).toBeVisible();
    },
    stale: async (stage) => {
      const { page, t } = stage;
      await page.goto(paths.sip());
      await expect(rows(page).first()).toBeVisible();
      await refuse(stage, "GET /sip");
      await page.getByRole("button", { name: t("fresh.refresh") }).click();
      await expect(page.getByRole("button", { name: t("ui.retry") })).toBeVisible();
    },
    "in the middle of loading": async ({ page, office }) => {
      await office.reset({ accounts: 300 });
      await office.faults(
        { operation: "GET /sip", fault: "latency:0", times: 1 },
        { operation: "GET /sip", fault: "hang" },
      );
      await page.goto(paths.sip());
      await expect(page.getByRole("progressbar")).toBeVisible();
    },
    "the sandbox's controls": async ({ page, t }) => {
      await page.goto(paths.sip());
      await page.getByRole("button", { name: t("app.sandbox") }).click();
      await expect(page.getByText(t("sandbox.none"))).toBeVisible();
    },
  },
};

export const sipNew: RouteScreens = {
  at: paths.sipNew(),
  loading: async (stage) => {
    await hang(stage, "GET /sip", "GET /number");
    await openChoices(stage);
    await expect(stage.page.getByText(stage.t("callerId.loading"))).toBeVisible();
  },
  empty: async (stage) => {
    await stage.office.reset({ accounts: 0 });
    await stage.page.goto(paths.sipNew());
    await expect(dialog(stage).getByLabel(stage.t("account.name"))).toBeFocused();
  },
  full: async (stage) => {
    await openChoices(stage);
    await expect(stage.page.getByRole("option").first()).toBeVisible();
  },
  error: async (stage) => {
    await refuse(stage, "GET /number");
    await stage.page.goto(paths.sipNew());
    await expect(dialog(stage).getByLabel(stage.t("callerId.byHand"))).toBeVisible();
  },
  more: {
    "with mistakes": async (stage) => {
      const { page, t } = stage;
      await page.goto(paths.sipNew());
      await page.getByRole("textbox", { name: t("account.extension") }).fill("7");
      await page.getByLabel(t("form.phone")).fill("12");
      await dialog(stage)
        .getByRole("button", { name: t("form.create") })
        .click();
      await expect(page.getByText(t("field.required"))).toBeVisible();
    },
  },
};

export const sipAccountEdit: RouteScreens = {
  at: EDIT,
  loading: async (stage) => {
    await hang(stage, "GET /sip", "GET /sip/{id}");
    await stage.page.goto(EDIT);
    await expect(stage.page.getByText(stage.t("sip.loading"))).toBeAttached();
  },
  empty: never("an account always has its settings"),
  full: async ({ page, t }) => {
    await page.goto(EDIT);
    await page.getByRole("button", { name: t("form.passwordSet") }).click();
    await page.getByRole("button", { name: t("secret.generate") }).click();
    await expect(page.getByText(t("form.strength.strong"))).toBeVisible();
  },
  error: async (stage) => {
    await refuse(stage, "GET /sip", "GET /sip/{id}");
    await stage.page.goto(EDIT);
    await expect(stage.page.getByRole("alert").first()).toBeVisible();
  },
  more: {
    "not saved": async (stage) => {
      const { page, office, t } = stage;
      await office.faults({ operation: "PATCH /sip/{id}", fault: "status:400" });
      await page.goto(EDIT);
      await dialog(stage).getByLabel(t("account.name")).fill("Стойка");
      await page.getByRole("button", { name: t("form.save") }).click();
      await expect(page.getByRole("alert")).toBeVisible();
    },
    "the question of an unsaved form": async (stage) => {
      const { page, t } = stage;
      await page.goto(EDIT);
      await dialog(stage).getByLabel(t("account.name")).fill("Стойка");
      await page.keyboard.press("Escape");
      await expect(page.getByRole("button", { name: t("unsaved.stay") })).toBeFocused();
    },
  },
};
