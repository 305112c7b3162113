import { expect } from "@playwright/test";
import { paths } from "#paths";
import { hang, type RouteScreens, type Stage } from "./stage.ts";

const AT = paths.voicemail();

const address = ({ page, t }: Stage) => page.getByRole("textbox", { name: t("voicemail.email") });
const save = ({ page, t }: Stage) => page.getByRole("button", { name: t("voicemail.save") });

async function open({ page, t }: Stage): Promise<void> {
  await page.goto(AT);
  await expect(page.getByText(t("voicemail.nothingToSave"))).toBeVisible();
}

export const voicemail: RouteScreens = {
  at: AT,
  loading: async (stage) => {
    await hang(stage, "GET /voicemail");
    await stage.page.goto(AT);
    await expect(stage.page.getByText(stage.t("voicemail.loading"))).toBeAttached();
  },
  empty: async (stage) => {
    await stage.office.reset({ accounts: 0 });
    await stage.office.change("PATCH", "/voicemail", { send: false, email: "" });
    await stage.page.goto(AT);
    await expect(stage.page.getByText(stage.t("voicemail.nowOff"))).toBeVisible();
  },
  full: open,
  error: async ({ page, office }) => {
    const message = "User not found.";
    await office.faults({ operation: "GET /voicemail", fault: "status:500", message });
    await page.goto(AT);
    await expect(page.getByRole("alert")).toBeVisible();
  },
  more: {
    "with mistakes": async (stage) => {
      await open(stage);
      await address(stage).fill(`${"a".repeat(200)}@`);
      await save(stage).click();
      await expect(stage.page.getByText(stage.t("voicemail.wrong.format"))).toBeVisible();
    },
    "not saved": async (stage) => {
      await stage.office.faults({ operation: "PATCH /voicemail", fault: "status:500:no-access" });
      await open(stage);
      await address(stage).fill(`${"a".repeat(60)}@office.example`);
      await stage.page.getByRole("switch").click();
      await save(stage).click();
      await expect(stage.page.getByRole("alert")).toBeVisible();
    },
  },
};
