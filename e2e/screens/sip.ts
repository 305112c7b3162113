import { expect } from "@playwright/test";
import { paths } from "#paths";
import { ACCOUNT, FORWARD } from "../lib/scenarios.ts";
import { rows } from "../lib/screen.ts";
import {
  dialog,
  hang,
  unreachable,
  refuse,
  type RouteScreens,
  type ScreenContext,
} from "./routeScreens.ts";

const EDIT = `${ACCOUNT}/edit`;

async function openChoices({ page, t }: ScreenContext): Promise<void> {
  await page.goto(paths.sipNew());
  await page.getByRole("button", { name: t("ui.choices") }).click();
}

export const sip: RouteScreens = {
  at: paths.sip(),
  loading: async (context) => {
    await hang(context, "GET /sip");
    await context.page.goto(paths.sip());
    await expect(context.page.getByText(context.t("sip.loading"))).toBeAttached();
  },
  empty: async ({ page, office, t }) => {
    await office.reset({ accounts: 0 });
    await page.goto(paths.sip());
    await expect(page.getByRole("heading", { name: t("sip.empty") })).toBeVisible();
  },
  full: async ({ page, office }) => {
    // This scenario's timeline is uncertain, because the provider does not return its order.
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
    stale: async (context) => {
      const { page, t } = context;
      await page.goto(paths.sip());
      await expect(rows(page).first()).toBeVisible();
      await refuse(context, "GET /sip");
      await page.getByRole("button", { name: t("fresh.refresh") }).click();
      await expect(page.getByRole("button", { name: t("ui.retry") })).toBeVisible();
    },
    "partly loaded": async ({ page, office }) => {
      await office.reset({ accounts: 300 });
      await office.faults(
        { operation: "GET /sip", fault: "latency:0", times: 1 },
        { operation: "GET /sip", fault: "hang" },
      );
      await page.goto(paths.sip());
      await expect(page.getByRole("progressbar")).toBeVisible();
    },
    "sandbox panel": async ({ page, t }) => {
      await page.goto(paths.sip());
      await page.getByRole("button", { name: t("app.sandbox") }).click();
      await expect(page.getByText(t("sandbox.none"))).toBeVisible();
    },
  },
};

export const sipNew: RouteScreens = {
  at: paths.sipNew(),
  loading: async (context) => {
    await hang(context, "GET /sip", "GET /number");
    await openChoices(context);
    await expect(context.page.getByText(context.t("callerId.loading"))).toBeVisible();
  },
  empty: async (context) => {
    await context.office.reset({ accounts: 0 });
    await context.page.goto(paths.sipNew());
    await expect(dialog(context).getByLabel(context.t("account.name"))).toBeFocused();
  },
  full: async (context) => {
    await openChoices(context);
    await expect(context.page.getByRole("option").first()).toBeVisible();
  },
  error: async (context) => {
    await refuse(context, "GET /number");
    await context.page.goto(paths.sipNew());
    await expect(dialog(context).getByLabel(context.t("callerId.byHand"))).toBeVisible();
  },
  more: {
    "validation errors": async (context) => {
      const { page, t } = context;
      await page.goto(paths.sipNew());
      await page.getByRole("textbox", { name: t("account.extension") }).fill("7");
      await page.getByLabel(t("form.phone")).fill("12");
      await dialog(context)
        .getByRole("button", { name: t("form.create") })
        .click();
      await expect(page.getByText(t("field.required"))).toBeVisible();
    },
  },
};

export const sipAccountEdit: RouteScreens = {
  at: EDIT,
  loading: async (context) => {
    await hang(context, "GET /sip", "GET /sip/{id}");
    await context.page.goto(EDIT);
    await expect(context.page.getByText(context.t("sip.loading"))).toBeAttached();
  },
  empty: unreachable("an account always has its settings"),
  full: async ({ page, t }) => {
    await page.goto(EDIT);
    await page.getByRole("button", { name: t("form.passwordSet") }).click();
    await page.getByRole("button", { name: t("secret.generate") }).click();
    await expect(page.getByText(t("form.strength.strong"))).toBeVisible();
  },
  error: async (context) => {
    await refuse(context, "GET /sip", "GET /sip/{id}");
    await context.page.goto(EDIT);
    await expect(context.page.getByRole("alert").first()).toBeVisible();
  },
  more: {
    "save failed": async (context) => {
      const { page, office, t } = context;
      await office.faults({ operation: "PATCH /sip/{id}", fault: "status:400" });
      await page.goto(EDIT);
      await dialog(context).getByLabel(t("account.name")).fill("Стойка");
      await page.getByRole("button", { name: t("form.save") }).click();
      await expect(page.getByRole("alert")).toBeVisible();
    },
    "unsaved changes confirmation": async (context) => {
      const { page, t } = context;
      await page.goto(EDIT);
      await dialog(context).getByLabel(t("account.name")).fill("Стойка");
      await page.keyboard.press("Escape");
      await expect(page.getByRole("button", { name: t("unsaved.stay") })).toBeFocused();
    },
  },
};
