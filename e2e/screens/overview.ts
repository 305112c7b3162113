import { expect } from "@playwright/test";
import { paths } from "#paths";
import { heading, searchBox } from "../lib/screen.ts";
import { around, hang, never, refuse, type RouteScreens } from "./stage.ts";

export const home: RouteScreens = {
  at: paths.home(),
  loading: async (stage) => {
    const { page, t } = stage;
    // No more than a browser leaves connections for: the code comes by the same.
    await hang(stage, "GET /sip", "GET /number/external", "GET /voicemail", "GET /directions");
    await page.goto(paths.home());
    await expect(page.getByText(around(t("overview.loading"))).first()).toBeAttached();
  },
  empty: async ({ page, office, t }) => {
    await office.reset({ accounts: 0 });
    await page.goto(paths.home());
    await expect(page.getByText(t("overview.noAccounts"))).toBeVisible();
    await expect(page.getByText(t("overview.noExternal"))).toBeVisible();
  },
  full: async ({ page }) => {
    await page.goto(paths.home());
    const link = (name: RegExp) => page.getByRole("link", { name });
    await expect(link(/^\d+\s*(не зарегистрирован|not registered)/)).toBeVisible();
    await expect(link(/^\d+\s*(стран|countr)/)).toBeVisible();
    await expect(page.getByText(/voicemail@office/)).toBeVisible();
  },
  error: async (stage) => {
    await refuse(stage, "*");
    await stage.page.goto(paths.home());
    // Every group has failed for the same reason, which is told once.
    const reason = stage.t("fresh.neverRead").split("{")[0] ?? "";
    await expect(stage.page.getByRole("status").filter({ hasText: reason })).toHaveCount(1);
  },
};

/** What no route answers. */
export const elsewhere: RouteScreens = {
  at: "/nowhere",
  loading: never("nothing is asked for"),
  empty: never("nothing is asked for"),
  full: async ({ page, t }) => {
    await page.goto("/nowhere");
    await expect(heading(page)).toHaveText(t("missing.title"));
    await searchBox(page).focus();
  },
  error: never("nothing is asked for"),
};
