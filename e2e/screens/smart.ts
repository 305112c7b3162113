import { expect } from "@playwright/test";
import { paths } from "#paths";
import { rows } from "../lib/screen.ts";
import { textPattern } from "../lib/texts.ts";
import {
  dialog,
  hang,
  unreachable,
  refuse,
  type RouteScreens,
  type ScreenContext,
} from "./routeScreens.ts";

const LIST = "GET /smart-numbers";
const USER = 12;
const NEW = paths.smartNumberNew(USER);

const add = (context: ScreenContext) =>
  dialog(context)
    .getByRole("button", { name: context.t("smart.addButton") })
    .click();

export const smartNumbers: RouteScreens = {
  at: "/smart-numbers",
  loading: async (context) => {
    await hang(context, LIST);
    await context.page.goto(paths.smartNumbers(USER));
    await expect(context.page.getByText(context.t("smart.loading"))).toBeAttached();
  },
  empty: async ({ page, t }) => {
    await page.goto(paths.smartNumbers(15));
    await expect(page.getByText(t("smart.empty").replace("{user}", "15"))).toBeVisible();
  },
  full: async ({ page, t }) => {
    await page.goto(paths.smartNumbers(USER));
    await expect(rows(page).first()).toBeVisible();
    await page.getByText(t("smart.legend")).click();
    await page.getByRole("combobox", { name: t("smart.user") }).click();
    await expect(page.getByRole("option")).toBeVisible();
  },
  error: async (context) => {
    await refuse(context, LIST);
    await context.page.goto(paths.smartNumbers(USER));
    await expect(context.page.getByRole("alert")).toBeVisible();
  },
  more: {
    "no user chosen": async ({ page, t }) => {
      await page.goto(paths.smartNumbers());
      await expect(page.getByText(t("smart.noUser"))).toBeVisible();
    },
    "invalid user id": async ({ page, t }) => {
      await page.goto("/smart-numbers?user=abc");
      await expect(page.getByText(t("smart.userWrong"))).toBeVisible();
    },
    "unknown user": async ({ page }) => {
      await page.goto(paths.smartNumbers(99));
      await expect(page.getByRole("alert")).toContainText("99");
    },
    "no match": async ({ page, t }) => {
      await page.goto(`${paths.smartNumbers(USER)}&q=zzz`);
      await expect(page.getByText(t("list.noMatch"), { exact: true })).toBeVisible();
    },
    "delete confirmation": async (context) => {
      const { page, t } = context;
      await page.goto(paths.smartNumbers(USER));
      await page
        .getByRole("button", { name: textPattern(t("smart.delete")) })
        .first()
        .click();
      await expect(dialog(context)).toBeVisible();
    },
  },
};

export const smartNumberNew: RouteScreens = {
  at: "/smart-numbers/new",
  loading: unreachable("it requests nothing"),
  empty: async (context) => {
    await context.page.goto(paths.smartNumberNew());
    await expect(dialog(context).getByLabel(context.t("smart.user"))).toBeVisible();
  },
  full: async (context) => {
    await context.page.goto(NEW);
    await dialog(context).getByLabel(context.t("smart.b")).fill("+37410324041");
    await dialog(context).getByLabel(context.t("smart.column.description")).fill("Бар ".repeat(9));
    await expect(dialog(context).getByText(/(Armenia|Армения)/)).toBeVisible();
  },
  error: async (context) => {
    await context.page.goto(NEW);
    await dialog(context).getByLabel(context.t("smart.b")).fill("12");
    await add(context);
    await expect(dialog(context).getByText(/^(2 digits are|2 цифры)/)).toBeVisible();
  },
  more: {
    "save failed": async (context) => {
      await refuse(context, "POST /smart-numbers");
      await context.page.goto(NEW);
      await dialog(context).getByLabel(context.t("smart.b")).fill("+37410324041");
      await add(context);
      await expect(dialog(context).getByRole("alert")).toBeVisible();
    },
  },
};
