import { expect } from "@playwright/test";
import { paths } from "#paths";
import { dialog, hang, refuse, type RouteScreens } from "./routeScreens.ts";

const ONE = paths.sipHandover([25]);
const MANY = paths.sipHandover([25, 26, 27]);

export const sipHandover: RouteScreens = {
  at: "/sip/handover",
  loading: async (context) => {
    await hang(context, "GET /sip", "GET /sip/{id}");
    await context.page.goto(ONE);
    await expect(context.page.getByText(context.t("handover.loading"))).toBeAttached();
  },
  empty: async ({ page, t }) => {
    await page.goto("/sip/handover");
    await expect(page.getByText(t("handover.noneText"))).toBeVisible();
  },
  full: async ({ page, t }) => {
    await page.goto(`${ONE}&for=wave`);
    await page.getByRole("button", { name: t("handover.showCode") }).click();
    await expect(page.getByRole("img", { name: /200/ })).toBeVisible();
  },
  error: async (context) => {
    await refuse(context, "GET /sip/{id}");
    await context.page.goto(ONE);
    await expect(dialog(context).getByRole("alert")).toBeVisible();
  },
  more: {
    "card with the password": async ({ page, t }) => {
      await page.goto(ONE);
      await page.getByRole("button", { name: t("handover.show") }).click();
      await expect(page.getByText("75Q5Y6gc")).toBeVisible();
      await page.locator("summary").click();
    },
    file: async ({ page, t }) => {
      await page.goto(`${ONE}&for=microsip`);
      await expect(page.getByRole("button", { name: t("handover.copySection") })).toBeVisible();
    },
    "one-time link": async ({ page, t }) => {
      await page.goto(`${ONE}&for=link`);
      await page.getByRole("button", { name: t("handover.linkMake") }).click();
      await expect(page.getByRole("img", { name: /200/ })).toHaveCount(2);
    },
    "password not read": async (context) => {
      const { page, t } = context;
      await page.goto(ONE);
      const show = page.getByRole("button", { name: t("handover.show") });
      await expect(show).toBeVisible();
      await refuse(context, "GET /sip/{id}");
      await show.click();
      await expect(dialog(context).getByRole("alert")).toBeVisible();
    },
    "many, one of them failed": async (context) => {
      const { page, office, t } = context;
      await page.goto(MANY);
      await office.faults({ operation: "GET /sip/{id}", fault: "status:403", times: 1 });
      await dialog(context).getByRole("button", { name: /3/ }).click();
      await expect(page.getByText(t("handover.state.ready")).last()).toBeVisible();
      await expect(page.getByRole("button", { name: t("handover.stop") })).toHaveCount(0);
    },
    "too many": async ({ page, t }) => {
      await page.goto("/sip/handover?ids=1-501");
      await expect(page.getByText(t("handover.tooMany")).first()).toBeVisible();
    },
  },
};
