import { expect } from "@playwright/test";
import { paths } from "#paths";
import { rows } from "../lib/screen.ts";
import {
  hang,
  refuse,
  type RouteScreens,
  type ScreenContext,
  unreachable,
} from "./routeScreens.ts";

/** Ticks the first three accounts and opens the change of many. */
async function openBulk({ page, t }: ScreenContext): Promise<void> {
  await page.goto(paths.sip());
  const ticks = rows(page).getByRole("checkbox");
  await ticks.nth(0).check();
  await ticks.nth(2).click({ modifiers: ["Shift"] });
  await page.getByRole("link", { name: t("bulk.edit") }).click();
  await expect(page.getByRole("heading", { name: t("bulk.preview") })).toBeVisible();
}

export const sipBulk: RouteScreens = {
  at: paths.sipBulk(),
  loading: async (context) => {
    await hang(context, "GET /sip");
    await context.page.goto(paths.sipBulk());
    await expect(context.page.getByText(context.t("sip.loading"))).toBeAttached();
  },
  empty: async ({ page, t }) => {
    await page.goto(paths.sipBulk());
    await expect(page.getByRole("heading", { name: t("bulk.none") })).toBeVisible();
  },
  full: async (context) => {
    await openBulk(context);
    await context.page.getByLabel(context.t("bulk.role")).fill("Продажи");
    await expect(context.page.getByRole("row").filter({ hasText: "→" })).not.toHaveCount(0);
  },
  error: async (context) => {
    await refuse(context, "GET /sip");
    await context.page.goto(paths.sipBulk());
    await expect(context.page.getByRole("alert")).toBeVisible();
  },
  more: {
    "details not read": async (context) => {
      const { page, t } = context;
      await openBulk(context);
      await refuse(context, "GET /sip/{id}");
      await page.getByLabel(t("bulk.role")).fill("Продажи");
      await expect(page.getByRole("button", { name: t("ui.retry") })).toBeVisible();
    },
    deletion: async (context) => {
      await openBulk(context);
      await context.page.getByRole("button", { name: context.t("bulk.insteadDelete") }).click();
      await expect(context.page.getByRole("checkbox")).toBeVisible();
    },
  },
};

const LIST = "Добавочный;Имя;АОН\n700;Анна;\n;Борис;\n200;Новое имя;\n12;Вера;\n";

export const sipImport: RouteScreens = {
  at: paths.sipImport(),
  loading: async (context) => {
    const { page, t } = context;
    await hang(context, "GET /sip");
    await page.goto(paths.sipImport());
    await page.getByLabel(t("source.paste")).fill(LIST);
    await expect(page.getByText(t("accountList.checking").split("{")[0] ?? "")).toBeVisible();
  },
  empty: async ({ page, t }) => {
    await page.goto(paths.sipImport());
    await expect(page.getByRole("heading", { name: t("accountList.none") })).toBeVisible();
  },
  full: async ({ page, t }) => {
    await page.goto(paths.sipImport());
    await page.getByLabel(t("source.paste")).fill(LIST);
    await expect(rows(page)).toHaveCount(4);
  },
  error: async (context) => {
    const { page, t } = context;
    await refuse(context, "GET /sip");
    await page.goto(paths.sipImport());
    await page.getByLabel(t("source.paste")).fill(LIST);
    await expect(page.getByRole("alert")).toBeVisible();
  },
};

/** Gives three accounts a name, and waits until all rows have ended. */
async function sendBulk(context: ScreenContext): Promise<void> {
  const { page, t } = context;
  await openBulk(context);
  await page.getByLabel(t("bulk.pattern")).fill("Стойка {n}");
  await page.getByRole("button", { name: /^(Change|Изменить) 3/ }).click();
  await expect(page.getByRole("button", { name: t("batch.close"), exact: true })).toBeVisible();
}

export const sipBatch: RouteScreens = {
  at: paths.sipBatch(),
  loading: unreachable("it is kept in this browser"),
  empty: async ({ page, t }) => {
    await page.goto(paths.sipBatch());
    await expect(page.getByRole("heading", { name: t("batch.none") })).toBeVisible();
  },
  full: sendBulk,
  error: async (context) => {
    await context.office.faults({ operation: "PATCH /sip/{id}", fault: "status:400" });
    await sendBulk(context);
  },
};
