import { expect } from "@playwright/test";
import { paths } from "#paths";
import { ACCOUNT, EVENING } from "../lib/scenarios.ts";
import type { RouteScreens, ScreenContext } from "./routeScreens.ts";

const AT = paths.journal();
const ADDRESS = /\/api\/pult\/journal/;

/** Pult's own server answers this read: the sandbox has no faults for it. */
const hangJournal = ({ page }: ScreenContext) => page.route(ADDRESS, () => undefined);
const failJournal = ({ page }: ScreenContext) =>
  page.route(ADDRESS, (route) =>
    route.fulfill({
      status: 503,
      headers: { "X-Request-Id": "a1b2c3d4" },
      json: { message: "The store is full.", code: 503, proxy: "store-failed", store: "full" },
    }),
  );

async function makeChanges({ office }: ScreenContext): Promise<void> {
  const name = `${"Очень".repeat(40)} <script>alert(1)</script> 👩‍🚀`;
  await office.change("PATCH", ACCOUNT, { name, role: "2 этаж" });
  await office.change("PATCH", ACCOUNT, { password: "new-password-1" });
  await office.change("PATCH", `${ACCOUNT}/scenarios/${EVENING.id}`);
  await office.change("PATCH", "/voicemail", { send: false, email: "" });
  await office.change("DELETE", "/sip/26");
  await office.faults({ operation: "PATCH /sip/{id}", fault: "status:500:no-access", times: 1 });
  await office.change("PATCH", ACCOUNT, { number: 299 }).catch(() => undefined);
}

export const journal: RouteScreens = {
  at: AT,
  loading: async (context) => {
    await hangJournal(context);
    await context.page.goto(AT);
    await expect(context.page.getByText(context.t("journal.loading"))).toBeAttached();
  },
  empty: async ({ page, t }) => {
    await page.unroute(ADDRESS);
    await page.goto(AT);
    await expect(page.getByRole("heading", { name: t("journal.empty") })).toBeVisible();
  },
  full: async (context) => {
    const { page, t } = context;
    await page.unroute(ADDRESS);
    await makeChanges(context);
    await page.goto(AT);
    await expect(page.getByText(t("journal.action.deleteAccount"))).toBeVisible();
  },
  error: async (context) => {
    await context.page.unroute(ADDRESS);
    await failJournal(context);
    await context.page.goto(AT);
    await expect(context.page.getByRole("alert")).toBeVisible();
  },
  more: {
    "no match": async (context) => {
      const { page, t } = context;
      await page.unroute(ADDRESS);
      await makeChanges(context);
      await page.goto(`${AT}?q=nothing-like-this`);
      await expect(page.getByRole("heading", { name: t("journal.noMatch") })).toBeVisible();
    },
  },
};
