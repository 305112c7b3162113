import { expect } from "@playwright/test";
import { paths } from "#paths";
import { searchBox } from "../lib/screen.ts";
import {
  dialog,
  hang,
  unreachable,
  refuse,
  type RouteScreens,
  type ScreenContext,
} from "./routeScreens.ts";

const ALL = "GET /directions";
const OPEN = "GET /direction";
const JAMAICAN = `${paths.directionsTest()}?number=%2B1%20876%20555%200123`;
const LIST_OF_COUNTRIES = "43\n53\n7;Россия\n7;Россия\nАтлантида";

/** Finds a country by its English name and toggles its checkbox. */
async function toggleCountry({ page }: ScreenContext, english: string): Promise<void> {
  await searchBox(page).fill(english);
  // In Russian the English name is below the Russian one.
  const name = page.getByTitle(new RegExp(`^${english}`));
  await page.getByRole("row").filter({ has: name }).getByRole("checkbox").click();
}

/** Stages changes with a conflict over a shared code and a risky country. */
async function stageConflictingChanges(context: ScreenContext): Promise<void> {
  const { page, t } = context;
  await page.goto(paths.directions());
  await toggleCountry(context, "Russia");
  await toggleCountry(context, "Kazakhstan");
  await toggleCountry(context, "Jamaica");
  await searchBox(page).fill("7");
  await expect(page.getByText(t("directions.state.conflict")).first()).toBeVisible();
}

async function openReview(context: ScreenContext): Promise<void> {
  const { page, t } = context;
  await page.getByRole("link", { name: t("directions.review"), exact: true }).click();
  await expect(dialog(context)).toBeVisible();
}

export const directions: RouteScreens = {
  at: paths.directions(),
  loading: async (context) => {
    await hang(context, ALL);
    await context.page.goto(paths.directions());
    await expect(context.page.getByText(context.t("directions.loading"))).toBeAttached();
  },
  empty: async ({ page, office, t }) => {
    const codes = ["7", "36", "49", "58", "90", "374", "375", "995", "996", "998"];
    await office.change("DELETE", "/direction", { codes });
    await page.goto("/directions?show=open");
    await expect(page.getByText(t("directions.noneOpen"))).toBeVisible();
  },
  full: async ({ page }) => {
    await page.goto("/directions?by=zone");
    await expect(page.getByText(/^255 (стран|countries)/)).toBeVisible();
  },
  error: async (context) => {
    await refuse(context, ALL, OPEN);
    await context.page.goto(paths.directions());
    await expect(context.page.getByRole("alert").first()).toBeVisible();
  },
  more: {
    "conflicting changes": stageConflictingChanges,
    "no match": async ({ page, t }) => {
      await page.goto("/directions?q=zzz");
      await expect(page.getByText(t("list.noMatch"), { exact: true })).toBeVisible();
    },
    "open countries unknown": async (context) => {
      await refuse(context, OPEN);
      await context.page.goto(paths.directions());
      await expect(context.page.getByText(context.t("directions.locked"))).toBeVisible();
    },
  },
};

export const directionsReview: RouteScreens = {
  at: paths.directionsReview(),
  loading: unreachable("changes are staged on the page behind, which must have loaded"),
  empty: async ({ page, t }) => {
    await page.goto(paths.directionsReview());
    await expect(page.getByText(t("review.empty"))).toBeVisible();
  },
  full: async (context) => {
    await stageConflictingChanges(context);
    await openReview(context);
    await expect(dialog(context).getByText(context.t("review.conflicts"))).toBeVisible();
  },
  error: async (context) => {
    const { page, t } = context;
    await page.goto(paths.directions());
    await toggleCountry(context, "Austria");
    await openReview(context);
    await refuse(context, "PUT /direction");
    await dialog(context)
      .getByRole("button", { name: t("review.applyOpen").slice(0, 5) })
      .click();
    await expect(dialog(context).getByRole("alert")).toBeVisible();
  },
};

export const directionsTest: RouteScreens = {
  at: paths.directionsTest(),
  loading: async (context) => {
    await hang(context, ALL, OPEN);
    await context.page.goto(JAMAICAN);
    await expect(dialog(context).getByText(context.t("numberTest.loading"))).toBeAttached();
  },
  empty: async (context) => {
    await context.page.goto(paths.directionsTest());
    await expect(dialog(context).getByLabel(context.t("numberTest.number"))).toBeVisible();
  },
  full: async (context) => {
    await context.page.goto(JAMAICAN);
    await expect(
      dialog(context)
        .getByText(/(Jamaica|Ямайка)/)
        .first(),
    ).toBeVisible();
    await dialog(context).getByText(context.t("risk.sources")).click();
  },
  error: async (context) => {
    await refuse(context, OPEN);
    await context.page.goto(`${paths.directionsTest()}?number=%2B36`);
    await expect(
      dialog(context).getByText(context.t("numberTest.state.unknown"), { exact: true }),
    ).toBeVisible();
  },
};

async function pasteList(context: ScreenContext): Promise<void> {
  await context.page.goto(paths.directionsImport());
  await dialog(context).getByLabel(context.t("source.paste")).fill(LIST_OF_COUNTRIES);
}

export const directionsImport: RouteScreens = {
  at: paths.directionsImport(),
  loading: async (context) => {
    await hang(context, ALL, OPEN);
    await pasteList(context);
    await expect(dialog(context).getByText(context.t("import.loading"))).toBeAttached();
  },
  empty: async (context) => {
    await context.page.goto(paths.directionsImport());
    await expect(dialog(context).getByLabel(context.t("source.paste"))).toBeVisible();
  },
  full: async (context) => {
    await pasteList(context);
    await dialog(context)
      .getByRole("radio", { name: context.t("import.mode.exact") })
      .check();
    await dialog(context)
      .getByText(/^(1 line was not|Не понята 1)/)
      .click();
  },
  error: async (context) => {
    await refuse(context, OPEN);
    await pasteList(context);
    await expect(dialog(context).getByText(context.t("import.unknownOpen"))).toBeVisible();
  },
};
