import { expect } from "@playwright/test";
import { paths } from "#paths";
import { hang, type RouteScreens, type ScreenContext } from "./routeScreens.ts";

const AT = paths.voicemail();

const address = ({ page, t }: ScreenContext) =>
  page.getByRole("textbox", { name: t("voicemail.email") });
const save = ({ page, t }: ScreenContext) =>
  page.getByRole("button", { name: t("voicemail.save") });

async function open({ page, t }: ScreenContext): Promise<void> {
  await page.goto(AT);
  await expect(page.getByText(t("voicemail.nothingToSave"))).toBeVisible();
}

export const voicemail: RouteScreens = {
  at: AT,
  loading: async (context) => {
    await hang(context, "GET /voicemail");
    await context.page.goto(AT);
    await expect(context.page.getByText(context.t("voicemail.loading"))).toBeAttached();
  },
  empty: async (context) => {
    await context.office.reset({ accounts: 0 });
    await context.office.change("PATCH", "/voicemail", { send: false, email: "" });
    await context.page.goto(AT);
    await expect(context.page.getByText(context.t("voicemail.nowOff"))).toBeVisible();
  },
  full: open,
  error: async ({ page, office }) => {
    const message = "User not found.";
    await office.faults({ operation: "GET /voicemail", fault: "status:500", message });
    await page.goto(AT);
    await expect(page.getByRole("alert")).toBeVisible();
  },
  more: {
    "validation errors": async (context) => {
      await open(context);
      await address(context).fill(`${"a".repeat(200)}@`);
      await save(context).click();
      await expect(context.page.getByText(context.t("voicemail.wrong.format"))).toBeVisible();
    },
    "save failed": async (context) => {
      await context.office.faults({ operation: "PATCH /voicemail", fault: "status:500:no-access" });
      await open(context);
      await address(context).fill(`${"a".repeat(60)}@office.example`);
      await context.page.getByRole("switch").click();
      await save(context).click();
      await expect(context.page.getByRole("alert")).toBeVisible();
    },
  },
};
