import { expect } from "@playwright/test";
import { paths } from "#paths";
import { rows } from "../lib/screen.ts";
import { filled } from "../lib/texts.ts";
import { dialog, hang, never, refuse, type RouteScreens, type Stage } from "./stage.ts";

const LIST = "GET /smart-numbers";
const USER = 12;
const NEW = paths.smartNumberNew(USER);

const add = (stage: Stage) =>
  dialog(stage)
    .getByRole("button", { name: stage.t("smart.addButton") })
    .click();

export const smartNumbers: RouteScreens = {
  at: "/smart-numbers",
  loading: async (stage) => {
    await hang(stage, LIST);
    await stage.page.goto(paths.smartNumbers(USER));
    await expect(stage.page.getByText(stage.t("smart.loading"))).toBeAttached();
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
  error: async (stage) => {
    await refuse(stage, LIST);
    await stage.page.goto(paths.smartNumbers(USER));
    await expect(stage.page.getByRole("alert")).toBeVisible();
  },
  more: {
    "nobody's yet": async ({ page, t }) => {
      await page.goto(paths.smartNumbers());
      await expect(page.getByText(t("smart.noUser"))).toBeVisible();
    },
    "of what is no id": async ({ page, t }) => {
      await page.goto("/smart-numbers?user=abc");
      await expect(page.getByText(t("smart.userWrong"))).toBeVisible();
    },
    "of nobody known": async ({ page }) => {
      await page.goto(paths.smartNumbers(99));
      await expect(page.getByRole("alert")).toContainText("99");
    },
    "no match": async ({ page, t }) => {
      await page.goto(`${paths.smartNumbers(USER)}&q=zzz`);
      await expect(page.getByText(t("list.noMatch"), { exact: true })).toBeVisible();
    },
    "the question before deleting": async (stage) => {
      const { page, t } = stage;
      await page.goto(paths.smartNumbers(USER));
      await page
        .getByRole("button", { name: filled(t("smart.delete")) })
        .first()
        .click();
      await expect(dialog(stage)).toBeVisible();
    },
  },
};

export const smartNumberNew: RouteScreens = {
  at: "/smart-numbers/new",
  loading: never("nothing is asked for"),
  empty: async (stage) => {
    await stage.page.goto(paths.smartNumberNew());
    await expect(dialog(stage).getByLabel(stage.t("smart.user"))).toBeVisible();
  },
  full: async (stage) => {
    await stage.page.goto(NEW);
    await dialog(stage).getByLabel(stage.t("smart.b")).fill("+37410324041");
    await dialog(stage).getByLabel(stage.t("smart.column.description")).fill("Бар ".repeat(9));
    await expect(dialog(stage).getByText(/(Armenia|Армения)/)).toBeVisible();
  },
  error: async (stage) => {
    await stage.page.goto(NEW);
    await dialog(stage).getByLabel(stage.t("smart.b")).fill("12");
    await add(stage);
    await expect(dialog(stage).getByText(/^(2 digits are|2 цифры)/)).toBeVisible();
  },
  more: {
    "not saved": async (stage) => {
      await refuse(stage, "POST /smart-numbers");
      await stage.page.goto(NEW);
      await dialog(stage).getByLabel(stage.t("smart.b")).fill("+37410324041");
      await add(stage);
      await expect(dialog(stage).getByRole("alert")).toBeVisible();
    },
  },
};
