import { expect } from "@playwright/test";
import { paths } from "#paths";
import { heading } from "../lib/screen.ts";
import {
  withoutPlaceholder,
  hang,
  unreachable,
  refuse,
  type RouteScreens,
} from "./routeScreens.ts";

export const home: RouteScreens = {
  at: paths.home(),
  loading: async (context) => {
    const { page, t } = context;
    // Not more, because a browser's connections are limited and the code needs some.
    await hang(context, "GET /sip", "GET /number/external", "GET /voicemail", "GET /directions");
    await page.goto(paths.home());
    await expect(page.getByText(withoutPlaceholder(t("overview.loading"))).first()).toBeAttached();
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
  error: async (context) => {
    await refuse(context, "*");
    await context.page.goto(paths.home());
    // All groups fail for the same reason, which is shown once.
    const reason = context.t("fresh.neverRead").split("{")[0] ?? "";
    await expect(context.page.getByRole("status").filter({ hasText: reason })).toHaveCount(1);
  },
};

/** The page for unknown paths. */
export const notFound: RouteScreens = {
  at: "/nowhere",
  loading: unreachable("it requests nothing"),
  empty: unreachable("it requests nothing"),
  full: async ({ page, t }) => {
    await page.goto("/nowhere");
    await expect(heading(page)).toHaveText(t("missing.title"));
    await page.getByRole("button", { name: t("app.search") }).focus();
  },
  error: unreachable("it requests nothing"),
};
