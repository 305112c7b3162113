import { expect } from "@playwright/test";
import { noteAlerts } from "./alerts.ts";
import { rows } from "./screen.ts";
import type { Stage } from "./screens.ts";

const STATUSES = "GET /sip/statuses";
const VERA = 36;

/** The board with an account that has just dropped, and may have come and gone more often. */
async function openWithChanges({ page, office, t }: Stage, changes: readonly boolean[]) {
  await page.goto("/status");
  await expect(rows(page).first()).toContainText(t("watch.notYet"));
  for (const online of changes) {
    await office.statuses({ [VERA]: online });
    await page.getByRole("button", { name: t("fresh.refresh"), exact: true }).click();
    const row = rows(page).filter({ hasText: "Вера Волкова" });
    await expect(row).toContainText(t(online ? "status.online" : "status.offline"));
  }
}

/** Every screen and panel of the status board, and how one gets to see it. */
export const STATUS_SCREENS: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
  "the board": async (stage) => {
    await openWithChanges(stage, [false, true, false]);
    await stage.page.getByRole("button", { name: "218 Вера Волкова" }).click();
    await expect(stage.page.getByText(stage.t("board.flapping"), { exact: true })).toBeVisible();
  },
  "the board, empty": async ({ page, office, t }) => {
    await office.reset({ accounts: 0 });
    await page.goto("/status");
    await expect(page.getByRole("heading", { name: t("board.empty") })).toBeVisible();
  },
  "the board, no match": async ({ page, t }) => {
    await page.goto("/status?q=zzz&only=watched");
    await expect(page.getByRole("heading", { name: t("list.noMatch") })).toBeVisible();
  },
  "the board, loading": async ({ page, office, t }) => {
    await office.faults({ operation: "GET /sip", fault: "hang" });
    await page.goto("/status");
    await expect(page.getByText(t("board.loading"))).toBeAttached();
  },
  "the board, in the middle of loading": async ({ page, office }) => {
    await office.reset({ accounts: 300 });
    await office.faults(
      { operation: "GET /sip", fault: "latency:0", times: 1 },
      { operation: "GET /sip", fault: "hang" },
    );
    await page.goto("/status");
    await expect(page.getByRole("main").getByText(/100.*300/)).toBeVisible();
  },
  "the board, failed": async ({ page, office }) => {
    await office.faults({ operation: "GET /sip", fault: "status:401" });
    await page.goto("/status");
    await expect(page.getByRole("alert")).toBeVisible();
  },
  "the board, in part": async ({ page, office }) => {
    await office.reset({ accounts: 300 });
    await office.faults(
      { operation: "GET /sip", fault: "latency:0", times: 1 },
      { operation: "GET /sip", fault: "status:403" },
    );
    await page.goto("/status");
    await expect(page.getByRole("alert")).toContainText("300");
  },
  "the board, stale": async ({ page, office, t }) => {
    await page.goto("/status");
    await expect(rows(page).first()).toContainText(t("watch.notYet"));
    await office.faults({ operation: STATUSES, fault: "status:403" });
    await page.getByRole("button", { name: t("fresh.refresh"), exact: true }).click();
    await expect(page.getByRole("button", { name: t("ui.retry") })).toBeVisible();
  },
  "the board, statuses unknown": async ({ page, office, t }) => {
    await office.faults({ operation: STATUSES, fault: "status:403" });
    await page.goto("/status");
    await expect(page.getByRole("button", { name: t("ui.retry") })).toBeVisible();
    await expect(rows(page).first()).toContainText(t("status.unknown"));
  },
  "the details of who dropped": async (stage) => {
    await openWithChanges(stage, [false, true, false]);
    const { page, t } = stage;
    await page.getByRole("link", { name: "Вера Волкова" }).click();
    await expect(
      page.getByRole("dialog").getByText(t("board.flapping"), { exact: true }),
    ).toBeVisible();
    await expect(page.getByRole("heading", { name: t("details.checklist.offline") })).toBeVisible();
  },
  "the details of nobody": async ({ page, t }) => {
    await page.goto("/status/99999");
    await expect(page.getByText(t("details.gone"))).toBeVisible();
  },
  "the last changes": async (stage) => {
    await openWithChanges(stage, [false, true]);
    const { page, t } = stage;
    await page.getByRole("link", { name: t("board.changes") }).click();
    await expect(page.getByRole("button", { name: t("watch.changes.csv") })).toBeVisible();
  },
  "the wall": async ({ page, t }) => {
    await page.goto("/status/wall");
    await expect(page.getByRole("list", { name: t("wall.tiles") })).toContainText(
      t("watch.notYet"),
    );
  },
  // The last one: what it puts in place of a desk stays on the page.
  "the alerts, refused": async ({ page, t }) => {
    await noteAlerts(page, "denied");
    await page.goto("/status/alerts");
    await page.getByRole("checkbox", { name: t("watch.alerts.notify") }).click();
    await expect(page.getByRole("alert")).toBeVisible();
  },
};
