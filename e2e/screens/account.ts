import { expect } from "@playwright/test";
import { ACCOUNT, DELETE, EVENING, FORWARD, LIST, SIP } from "../lib/scenarios.ts";
import { toast } from "../lib/screen.ts";
import { dialog, hang, refuse, type RouteScreens, type Stage } from "./stage.ts";

const PLAIN = { sequence_rule: "single", sip_timeout: 5, voicemail: false };

const card = ({ page }: Stage, { name }: { name: string }) =>
  page.getByRole("listitem", { name, exact: true });

/** An account and its scenarios. */
export const sipAccount: RouteScreens = {
  at: ACCOUNT,
  loading: async (stage) => {
    await hang(stage, "GET /sip", "GET /sip/{id}");
    await stage.page.goto(ACCOUNT);
    await expect(stage.page.getByText(stage.t("sip.loading"))).toBeAttached();
  },
  empty: async ({ page, office, t }) => {
    for (const { id } of [SIP, FORWARD, EVENING]) {
      await office.change("DELETE", `${ACCOUNT}/scenarios/${id}`);
    }
    await page.goto(ACCOUNT);
    await expect(page.getByRole("heading", { name: t("scenario.empty") })).toBeVisible();
  },
  full: async (stage) => {
    const { page, office, t } = stage;
    const odd = { ...PLAIN, name: `${"Очень".repeat(40)} <script>alert(1)</script> 👩‍🚀` };
    await office.change("PUT", `${ACCOUNT}/scenarios/${EVENING.id}`, odd);
    await page.goto(ACCOUNT);
    await expect(card(stage, FORWARD)).toBeVisible();
    await page.getByRole("button", { name: t("account.show") }).click();
    await expect(page.getByRole("button", { name: t("account.hide") })).toBeVisible();
  },
  error: async (stage) => {
    await refuse(stage, "GET /sip", "GET /sip/{id}");
    await stage.page.goto(ACCOUNT);
    await expect(stage.page.getByRole("alert").first()).toBeVisible();
  },
  more: {
    "one that is being created": async ({ page, t }) => {
      await page.goto("/sip/31");
      await expect(page.getByText(t("verdict.creating"))).toBeVisible();
    },
    "no such account": async ({ page, t }) => {
      await page.goto("/sip/99999");
      await expect(page.getByRole("heading", { name: t("account.gone") })).toBeVisible();
    },
    "the question before deleting": async (stage) => {
      const { page, office, t } = stage;
      await office.faults({ operation: "DELETE /sip/{id}", fault: "status:500" });
      await page.goto(ACCOUNT);
      await page.getByRole("button", { name: t("account.delete"), exact: true }).click();
      await page.getByRole("checkbox").check();
      await dialog(stage).getByRole("button").last().click();
      await expect(page.getByRole("alert")).toBeVisible();
    },
    "scenarios that load": async (stage) => {
      await hang(stage, LIST);
      await stage.page.goto(ACCOUNT);
      await expect(stage.page.getByText(stage.t("scenario.loading"))).toBeAttached();
    },
    "scenarios that failed": async (stage) => {
      await refuse(stage, LIST);
      await stage.page.goto(ACCOUNT);
      const alert = stage.page.getByRole("alert");
      await expect(alert.getByRole("button", { name: stage.t("ui.retry") })).toBeVisible();
    },
    "a scenario just activated": async (stage) => {
      const { page, t } = stage;
      await page.goto(ACCOUNT);
      await card(stage, FORWARD).getByText(t("scenario.activate")).click();
      const undo = toast(page, FORWARD.name).getByRole("button", { name: t("scenario.undo") });
      // It stays as long as somebody points at it.
      await undo.hover();
    },
    "the question before deleting a scenario": async (stage) => {
      const { page, office } = stage;
      await office.faults({ operation: DELETE, fault: "status:500" });
      await page.goto(ACCOUNT);
      await card(stage, SIP).getByRole("button").click();
      await dialog(stage).getByRole("checkbox").check();
      await dialog(stage).getByRole("button").last().click();
      await expect(page.getByRole("alert")).toBeVisible();
    },
  },
};
