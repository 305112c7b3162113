import { expect } from "@playwright/test";
import { paths } from "#paths";
import { answer, answerSession } from "./answerLogin.ts";
import { type RouteScreens, unreachable } from "./routeScreens.ts";

const AT = paths.signIn();

const LINK = `${AT}#abcdefghijklmnopqrstuvwx`;

export const signIn: RouteScreens = {
  at: AT,
  loading: unreachable("the sheet is empty until the server says how people sign in"),
  empty: async (context) => {
    const { page, t } = context;
    await page.unroute("**/api/session");
    await page.goto(AT);
    await expect(page.getByText(t("login.noneText"))).toBeVisible();
  },
  full: async (context) => {
    const { page, t } = context;
    await answerSession(context, {});
    await page.goto(AT);
    await expect(page.getByRole("button", { name: t("login.submit") })).toBeVisible();
  },
  error: async (context) => {
    const { page } = context;
    await page.unroute("**/api/session");
    await page.route("**/api/session", (route) =>
      route.fulfill({
        status: 503,
        headers: { "X-Request-Id": "a1b2c3d4" },
        json: { message: "The store is full.", code: 503, proxy: "store-failed", store: "full" },
      }),
    );
    await page.goto(AT);
    await expect(page.getByRole("alert")).toBeVisible();
  },
  more: {
    "wrong password": async (context) => {
      const { page, t } = context;
      await answerSession(context, {});
      const body = { message: "That is not right.", code: 401, proxy: "wrong-credentials" };
      await answer(context, "sign-in", body, 401);
      await page.goto(AT);
      await page.getByLabel(t("login.name")).fill("anna");
      await page.getByLabel(t("login.password"), { exact: true }).fill("wrong");
      await page.getByRole("button", { name: t("login.submit") }).click();
      await expect(page.getByText(t("login.wrong"))).toBeVisible();
    },
    code: async (context) => {
      const { page, t } = context;
      await answerSession(context, {});
      await answer(context, "sign-in", { success: true, next: "code" });
      await page.goto(AT);
      await page.getByLabel(t("login.name")).fill("anna");
      await page.getByLabel(t("login.password"), { exact: true }).fill("right");
      await page.getByRole("button", { name: t("login.submit") }).click();
      await expect(page.getByLabel(t("login.code"))).toBeVisible();
    },
    "nobody yet": async (context) => {
      await answerSession(context, { hasNoUsers: true });
      await context.page.goto(AT);
      await expect(
        context.page.getByRole("heading", { name: context.t("login.noUsers") }),
      ).toBeVisible();
    },
    "OpenID Connect": async (context) => {
      await answerSession(context, { kind: "oidc" });
      await context.page.goto(AT);
      await expect(
        context.page.getByRole("button", { name: context.t("login.oidc") }),
      ).toBeVisible();
    },
    link: async (context) => {
      const { page, t } = context;
      await answerSession(context, {});
      const owner = { name: "anna", role: "admin", needsPassword: true };
      await answer(context, "sign-in/link", { success: true, ...owner });
      await page.goto(LINK);
      await page.getByRole("button", { name: t("login.setPassword") }).click();
      await expect(page.getByLabel(t("login.newPassword"))).toBeVisible();
    },
    "link for a wall": async (context) => {
      const { page, t } = context;
      await answerSession(context, {});
      const owner = { name: "lobby", role: "wall", needsPassword: false };
      await answer(context, "sign-in/link", { success: true, ...owner });
      await page.goto(LINK);
      await expect(page.getByRole("button", { name: t("login.startWall") })).toBeVisible();
    },
    "old link": async (context) => {
      const { page, t } = context;
      await answerSession(context, {});
      await answer(context, "sign-in/link", { message: "", code: 410, proxy: "link-invalid" }, 410);
      await page.goto(LINK);
      await expect(page.getByRole("heading", { name: t("login.linkInvalid") })).toBeVisible();
    },
  },
};
