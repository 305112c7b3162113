import { expect } from "@playwright/test";
import { ACCOUNT, DELETE, EVENING, FORWARD, LIST, SIP } from "../lib/scenarios.ts";
import { openDelete, toast } from "../lib/screen.ts";
import { dialog, hang, refuse, type RouteScreens, type ScreenContext } from "./routeScreens.ts";

const PLAIN = { sequence_rule: "single", sip_timeout: 5, voicemail: false };

const card = ({ page }: ScreenContext, { name }: { name: string }) =>
  page.getByRole("listitem", { name, exact: true });

/** An account and its scenarios. */
export const sipAccount: RouteScreens = {
  at: ACCOUNT,
  loading: async (context) => {
    await hang(context, "GET /sip", "GET /sip/{id}");
    await context.page.goto(ACCOUNT);
    await expect(context.page.getByText(context.t("sip.loading"))).toBeAttached();
  },
  empty: async ({ page, office, t }) => {
    for (const { id } of [SIP, FORWARD, EVENING]) {
      await office.change("DELETE", `${ACCOUNT}/scenarios/${id}`);
    }
    await page.goto(ACCOUNT);
    await expect(page.getByRole("heading", { name: t("scenario.empty") })).toBeVisible();
  },
  full: async (context) => {
    const { page, office, t } = context;
    const unusual = { ...PLAIN, name: `${"Очень".repeat(40)} <script>alert(1)</script> 👩‍🚀` };
    await office.change("PUT", `${ACCOUNT}/scenarios/${EVENING.id}`, unusual);
    await page.goto(ACCOUNT);
    await expect(card(context, FORWARD)).toBeVisible();
    await page.getByRole("button", { name: t("account.show") }).click();
    await expect(page.getByRole("button", { name: t("account.hide") })).toBeVisible();
  },
  error: async (context) => {
    await refuse(context, "GET /sip", "GET /sip/{id}");
    await context.page.goto(ACCOUNT);
    await expect(context.page.getByRole("alert").first()).toBeVisible();
  },
  more: {
    "account being created": async ({ page, t }) => {
      await page.goto("/sip/31");
      await expect(page.getByText(t("verdict.creating"))).toBeVisible();
    },
    "unknown account": async ({ page, t }) => {
      await page.goto("/sip/99999");
      await expect(page.getByRole("heading", { name: t("account.gone") })).toBeVisible();
    },
    "delete confirmation": async (context) => {
      const { page, office, t } = context;
      await office.faults({ operation: "DELETE /sip/{id}", fault: "status:500" });
      await page.goto(ACCOUNT);
      await openDelete(page, t("ui.more"), t("account.delete"));
      await page.getByRole("checkbox").check();
      await dialog(context).getByRole("button").last().click();
      await expect(page.getByRole("alert")).toBeVisible();
    },
    "scenarios loading": async (context) => {
      await hang(context, LIST);
      await context.page.goto(ACCOUNT);
      await expect(context.page.getByText(context.t("scenario.loading"))).toBeAttached();
    },
    "scenarios failed": async (context) => {
      await refuse(context, LIST);
      await context.page.goto(ACCOUNT);
      const alert = context.page.getByRole("alert");
      await expect(alert.getByRole("button", { name: context.t("ui.retry") })).toBeVisible();
    },
    "scenario activated": async (context) => {
      const { page, t } = context;
      await page.goto(ACCOUNT);
      await card(context, FORWARD).getByText(t("scenario.activate")).click();
      const undo = toast(page, FORWARD.name).getByRole("button", { name: t("scenario.undo") });
      // It stays as long as the mouse hovers over it.
      await undo.hover();
    },
    "delete confirmation of a scenario": async (context) => {
      const { page, office } = context;
      await office.faults({ operation: DELETE, fault: "status:500" });
      await page.goto(ACCOUNT);
      await card(context, SIP).getByRole("button").click();
      await dialog(context).getByRole("checkbox").check();
      await dialog(context).getByRole("button").last().click();
      await expect(page.getByRole("alert")).toBeVisible();
    },
  },
};
