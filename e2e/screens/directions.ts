import { expect } from "@playwright/test";
import { paths } from "#paths";
import { searchBox } from "../lib/screen.ts";
import { dialog, hang, never, refuse, type RouteScreens, type Stage } from "./stage.ts";

const ALL = "GET /directions";
const OPEN = "GET /direction";
const JAMAICAN = `${paths.directionsTest()}?number=%2B1%20876%20555%200123`;
const LIST_OF_COUNTRIES = "43\n53\n7;Россия\n7;Россия\nАтлантида";

/** Finds a country by its English name and turns its tick, as one does who gathers changes. */
async function turn({ page }: Stage, english: string): Promise<void> {
  await searchBox(page).fill(english);
  // In Russian the English name stands below, before those that share the code.
  const name = page.getByTitle(new RegExp(`^${english}`));
  await page.getByRole("row").filter({ has: name }).getByRole("checkbox").click();
}

/** A draft with a shared code to decide about and a risky country. */
async function makeDraft(stage: Stage): Promise<void> {
  const { page, t } = stage;
  await page.goto(paths.directions());
  await turn(stage, "Russia");
  await turn(stage, "Kazakhstan");
  await turn(stage, "Jamaica");
  await searchBox(page).fill("7");
  await expect(page.getByText(t("directions.state.conflict")).first()).toBeVisible();
}

async function review(stage: Stage): Promise<void> {
  const { page, t } = stage;
  await page.getByRole("link", { name: t("directions.review"), exact: true }).click();
  await expect(dialog(stage)).toBeVisible();
}

export const directions: RouteScreens = {
  at: paths.directions(),
  loading: async (stage) => {
    await hang(stage, ALL);
    await stage.page.goto(paths.directions());
    await expect(stage.page.getByText(stage.t("directions.loading"))).toBeAttached();
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
  error: async (stage) => {
    await refuse(stage, ALL, OPEN);
    await stage.page.goto(paths.directions());
    await expect(stage.page.getByRole("alert").first()).toBeVisible();
  },
  more: {
    "a draft with a conflict": makeDraft,
    "no match": async ({ page, t }) => {
      await page.goto("/directions?q=zzz");
      await expect(page.getByText(t("list.noMatch"), { exact: true })).toBeVisible();
    },
    "what is open, unknown": async (stage) => {
      await refuse(stage, OPEN);
      await stage.page.goto(paths.directions());
      await expect(stage.page.getByText(stage.t("directions.locked"))).toBeVisible();
    },
  },
};

export const directionsReview: RouteScreens = {
  at: paths.directionsReview(),
  loading: never("changes are made on this page: before it knows the countries there are none"),
  empty: async ({ page, t }) => {
    await page.goto(paths.directionsReview());
    await expect(page.getByText(t("review.empty"))).toBeVisible();
  },
  full: async (stage) => {
    await makeDraft(stage);
    await review(stage);
    await expect(dialog(stage).getByText(stage.t("review.conflicts"))).toBeVisible();
  },
  error: async (stage) => {
    const { page, t } = stage;
    await page.goto(paths.directions());
    await turn(stage, "Austria");
    await review(stage);
    await refuse(stage, "PUT /direction");
    await dialog(stage)
      .getByRole("button", { name: t("review.applyOpen").slice(0, 5) })
      .click();
    await expect(dialog(stage).getByRole("alert")).toBeVisible();
  },
};

export const directionsTest: RouteScreens = {
  at: paths.directionsTest(),
  loading: async (stage) => {
    await hang(stage, ALL, OPEN);
    await stage.page.goto(JAMAICAN);
    await expect(dialog(stage).getByText(stage.t("numberTest.loading"))).toBeAttached();
  },
  empty: async (stage) => {
    await stage.page.goto(paths.directionsTest());
    await expect(dialog(stage).getByLabel(stage.t("numberTest.number"))).toBeVisible();
  },
  full: async (stage) => {
    await stage.page.goto(JAMAICAN);
    await expect(
      dialog(stage)
        .getByText(/(Jamaica|Ямайка)/)
        .first(),
    ).toBeVisible();
    await dialog(stage).getByText(stage.t("risk.sources")).click();
  },
  error: async (stage) => {
    await refuse(stage, OPEN);
    await stage.page.goto(`${paths.directionsTest()}?number=%2B36`);
    await expect(
      dialog(stage).getByText(stage.t("numberTest.state.unknown"), { exact: true }),
    ).toBeVisible();
  },
};

async function paste(stage: Stage): Promise<void> {
  await stage.page.goto(paths.directionsImport());
  await dialog(stage).getByLabel(stage.t("import.paste")).fill(LIST_OF_COUNTRIES);
}

export const directionsImport: RouteScreens = {
  at: paths.directionsImport(),
  loading: async (stage) => {
    await hang(stage, ALL, OPEN);
    await paste(stage);
    await expect(dialog(stage).getByText(stage.t("import.loading"))).toBeAttached();
  },
  empty: async (stage) => {
    await stage.page.goto(paths.directionsImport());
    await expect(dialog(stage).getByLabel(stage.t("import.paste"))).toBeVisible();
  },
  full: async (stage) => {
    await paste(stage);
    await dialog(stage)
      .getByRole("radio", { name: stage.t("import.mode.exact") })
      .check();
    await dialog(stage)
      .getByText(/^(1 line was not|Не понята 1)/)
      .click();
  },
  error: async (stage) => {
    await refuse(stage, OPEN);
    await paste(stage);
    await expect(dialog(stage).getByText(stage.t("import.unknownOpen"))).toBeVisible();
  },
};
