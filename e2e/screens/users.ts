import { expect } from "@playwright/test";
import { paths } from "#paths";
import { ANNA, answer, answerSession } from "./answerLogin.ts";
import { dialog, type RouteScreens, type ScreenContext, unreachable } from "./routeScreens.ts";

const MOMENT = "2026-11-30T09:00:00.000Z";
const LONG = `${"Очень".repeat(8)} <script>`;
const COMMON = { isDisabled: false, hasTotp: false, createdAt: MOMENT, sessions: 0, usedAt: null };
const USERS = [
  { ...COMMON, ...ANNA, id: "1", sessions: 2, usedAt: MOMENT },
  { ...COMMON, name: "vera", fullName: LONG, role: "support", id: "2", isDisabled: true },
  { ...COMMON, name: "lobby", fullName: "lobby", role: "wall", id: "3" },
  { ...COMMON, name: "guest", fullName: "Guest", role: null, id: "4" },
];
const SESSIONS = [
  {
    id: "s1",
    startedAt: MOMENT,
    usedAt: MOMENT,
    address: "192.0.2.7",
    browser: "Mozilla/5.0 (Windows NT 10.0; rv:130.0) Gecko/20100101 Firefox/130.0",
    isCurrent: false,
  },
  { id: "s2", startedAt: MOMENT, usedAt: MOMENT, address: "", browser: "", isCurrent: false },
];

async function signedIn(context: ScreenContext) {
  await answerSession(context, { user: ANNA });
  await answer(context, "users", { items: USERS });
  await answer(context, "users/*/sessions", { items: SESSIONS });
}

const hang = async ({ page }: ScreenContext) => {
  await page.unroute("**/api/pult/users");
  await page.route("**/api/pult/users", () => undefined);
};
const broken = { message: "The store is full.", code: 503, proxy: "store-failed", store: "full" };

export const users: RouteScreens = {
  at: paths.users(),
  loading: async (context) => {
    await signedIn(context);
    await hang(context);
    await context.page.goto(paths.users());
    await expect(context.page.getByText(context.t("users.loading"))).toBeAttached();
  },
  empty: async (context) => {
    await context.page.unroute("**/api/session");
    await context.page.goto(paths.users());
    await expect(context.page.getByText(context.t("users.noneText"))).toBeVisible();
  },
  full: async (context) => {
    await signedIn(context);
    await context.page.goto(paths.users());
    await expect(context.page.locator("[data-row]").first()).toBeVisible();
  },
  error: async (context) => {
    await signedIn(context);
    await answer(context, "users", broken, 503);
    await context.page.goto(paths.users());
    await expect(context.page.getByRole("alert")).toBeVisible();
  },
  more: {
    "for support": async (context) => {
      await answerSession(context, { user: { ...ANNA, role: "support" } });
      await context.page.goto(paths.users());
      await expect(context.page.getByText(context.t("role.adminOnly"))).toBeVisible();
    },
    "one's own account": async (context) => {
      const { page, t } = context;
      await signedIn(context);
      await answer(context, "sessions", { items: SESSIONS });
      await page.goto(paths.users());
      const own = page.getByRole("button", { name: ANNA.fullName });
      await expect(page.locator("[data-row]").first()).toBeVisible();
      // On a phone it is behind "More".
      if (!(await own.isVisible())) await page.getByRole("button", { name: t("nav.more") }).click();
      await own.click();
      await expect(dialog(context).getByRole("button", { name: t("me.signOut") })).toBeVisible();
      await expect(dialog(context).getByText(/Firefox/)).toBeVisible();
    },
  },
};

export const userNew: RouteScreens = {
  at: paths.userNew(),
  loading: unreachable("the form needs no data"),
  empty: async (context) => {
    await signedIn(context);
    await context.page.goto(paths.userNew());
    await expect(
      dialog(context).getByRole("button", { name: context.t("users.create") }),
    ).toBeVisible();
  },
  full: unreachable("nothing is kept of what is typed"),
  error: async (context) => {
    const { t } = context;
    await signedIn(context);
    await context.page.goto(paths.userNew());
    await dialog(context)
      .getByRole("button", { name: t("users.create") })
      .click();
    await expect(dialog(context).getByText(t("users.loginNameWrong"))).toBeVisible();
  },
};

export const user: RouteScreens = {
  at: paths.user("2"),
  loading: async (context) => {
    await signedIn(context);
    await hang(context);
    await context.page.goto(paths.user("2"));
    await expect(dialog(context).getByText(context.t("users.loading"))).toBeAttached();
  },
  empty: async (context) => {
    await signedIn(context);
    await answer(context, "users/*/sessions", { items: [] });
    await context.page.goto(paths.user("2"));
    await expect(dialog(context).getByText(context.t("users.noSessions"))).toBeVisible();
  },
  full: async (context) => {
    await signedIn(context);
    await context.page.goto(paths.user("2"));
    await expect(dialog(context).getByText(/Firefox/)).toBeVisible();
  },
  error: async (context) => {
    await signedIn(context);
    await answer(context, "users", broken, 503);
    await context.page.goto(paths.user("2"));
    await expect(dialog(context).getByRole("alert")).toBeVisible();
  },
};
