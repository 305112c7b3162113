import { expect } from "@playwright/test";
import { paths } from "#paths";
import { hang, refuse, type RouteScreens } from "./routeScreens.ts";

const BY_DEPARTMENT = `${paths.sipPhoneBook()}?by=department`;

export const sipPhoneBook: RouteScreens = {
  at: paths.sipPhoneBook(),
  loading: async (context) => {
    await hang(context, "GET /sip");
    await context.page.goto(paths.sipPhoneBook());
    await expect(context.page.getByText(context.t("sip.loading"))).toBeAttached();
  },
  empty: async ({ page, office, t }) => {
    await office.reset({ accounts: 0 });
    await page.goto(paths.sipPhoneBook());
    await expect(page.getByRole("heading", { name: t("phoneBook.none") })).toBeVisible();
  },
  full: async ({ page, t }) => {
    await page.goto(paths.sipPhoneBook());
    await expect(page.getByRole("button", { name: t("phoneBook.print") })).toBeVisible();
    await expect(page.getByRole("heading", { level: 2 }).first()).toBeVisible();
  },
  error: async (context) => {
    await refuse(context, "GET /sip");
    await context.page.goto(paths.sipPhoneBook());
    await expect(context.page.getByRole("alert")).toBeVisible();
  },
  more: {
    "departments are read": async (context) => {
      await hang(context, "GET /sip/{id}");
      await context.page.goto(BY_DEPARTMENT);
      await expect(context.page.getByRole("progressbar")).toBeVisible();
    },
    "departments not read": async (context) => {
      const { page, t } = context;
      await refuse(context, "GET /sip/{id}");
      await page.goto(BY_DEPARTMENT);
      await expect(page.getByRole("button", { name: t("ui.retry") })).toBeVisible();
    },
  },
};
