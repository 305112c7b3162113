import { expect } from "@playwright/test";
import { paths } from "#paths";
import { noteAlerts } from "../lib/alerts.ts";
import { rows } from "../lib/screen.ts";
import { dialog, hang, never, refuse, type RouteScreens, type Stage } from "./stage.ts";

const STATUSES = "GET /sip/statuses";
const VERA = 36;

/** The board with an account that has just dropped, and may have come and gone more often. */
async function openWithChanges({ page, office, t }: Stage, changes: readonly boolean[]) {
  await page.goto(paths.status());
  await expect(rows(page).first()).toContainText(t("watch.notYet"));
  for (const online of changes) {
    await office.statuses({ [VERA]: online });
    await page.getByRole("button", { name: t("fresh.refresh"), exact: true }).click();
    const row = rows(page).filter({ hasText: "Вера Волкова" });
    await expect(row).toContainText(t(online ? "status.online" : "status.offline"));
  }
}

export const status: RouteScreens = {
  at: paths.status(),
  loading: async (stage) => {
    await hang(stage, "GET /sip");
    await stage.page.goto(paths.status());
    await expect(stage.page.getByText(stage.t("board.loading"))).toBeAttached();
  },
  empty: async ({ page, office, t }) => {
    await office.reset({ accounts: 0 });
    await page.goto(paths.status());
    await expect(page.getByRole("heading", { name: t("board.empty") })).toBeVisible();
  },
  full: async (stage) => {
    await openWithChanges(stage, [false, true, false]);
    await stage.page.getByRole("button", { name: "218 Вера Волкова" }).click();
    await expect(stage.page.getByText(stage.t("board.flapping"), { exact: true })).toBeVisible();
  },
  error: async ({ page, office }) => {
    await office.faults({ operation: "GET /sip", fault: "status:401" });
    await page.goto(paths.status());
    await expect(page.getByRole("alert")).toBeVisible();
  },
  more: {
    "no match": async ({ page, t }) => {
      await page.goto("/status?q=zzz&only=watched");
      await expect(page.getByRole("heading", { name: t("list.noMatch") })).toBeVisible();
    },
    "in the middle of loading": async ({ page, office }) => {
      await office.reset({ accounts: 300 });
      await office.faults(
        { operation: "GET /sip", fault: "latency:0", times: 1 },
        { operation: "GET /sip", fault: "hang" },
      );
      await page.goto(paths.status());
      await expect(page.getByRole("main").getByText(/100.*300/)).toBeVisible();
    },
    "in part": async ({ page, office }) => {
      await office.reset({ accounts: 300 });
      await office.faults(
        { operation: "GET /sip", fault: "latency:0", times: 1 },
        { operation: "GET /sip", fault: "status:403" },
      );
      await page.goto(paths.status());
      await expect(page.getByRole("alert")).toContainText("300");
    },
    stale: async (stage) => {
      const { page, t } = stage;
      await page.goto(paths.status());
      await expect(rows(page).first()).toContainText(t("watch.notYet"));
      await refuse(stage, STATUSES);
      await page.getByRole("button", { name: t("fresh.refresh"), exact: true }).click();
      await expect(page.getByRole("button", { name: t("ui.retry") })).toBeVisible();
    },
    "statuses unknown": async (stage) => {
      const { page, t } = stage;
      await refuse(stage, STATUSES);
      await page.goto(paths.status());
      await expect(page.getByRole("button", { name: t("ui.retry") })).toBeVisible();
      await expect(rows(page).first()).toContainText(t("status.unknown"));
    },
  },
};

export const statusAccount: RouteScreens = {
  at: paths.statusAccount(VERA),
  loading: async (stage) => {
    await hang(stage, "*");
    await stage.page.goto(paths.statusAccount(VERA));
    await expect(dialog(stage)).toBeVisible();
  },
  empty: async (stage) => {
    await stage.page.goto(paths.statusAccount(VERA));
    await expect(dialog(stage).getByText(stage.t("details.noChanges"))).toBeVisible();
  },
  full: async (stage) => {
    const { page, t } = stage;
    await openWithChanges(stage, [false, true, false]);
    await page.getByRole("link", { name: "Вера Волкова" }).click();
    await expect(dialog(stage).getByText(t("board.flapping"), { exact: true })).toBeVisible();
    await expect(page.getByRole("heading", { name: t("details.checklist.offline") })).toBeVisible();
  },
  error: async (stage) => {
    await refuse(stage, "*");
    await stage.page.goto(paths.statusAccount(VERA));
    await expect(dialog(stage)).toBeVisible();
    // Those of the page lie behind the panel.
    const alerts = stage.page.getByRole("alert", { includeHidden: true });
    await expect(alerts.first()).toBeAttached();
  },
  more: {
    "no such account": async ({ page, t }) => {
      await page.goto("/status/99999");
      await expect(page.getByText(t("details.gone"))).toBeVisible();
    },
  },
};

const OWN_MEMORY = "it shows what this browser saw, which is at hand";

export const statusChanges: RouteScreens = {
  at: paths.statusChanges(),
  loading: never(OWN_MEMORY),
  empty: async ({ page, t }) => {
    await page.goto(paths.statusChanges());
    await expect(page.getByText(t("watch.changes.none"))).toBeVisible();
  },
  full: async (stage) => {
    const { page, t } = stage;
    await openWithChanges(stage, [false, true]);
    await page.getByRole("link", { name: t("board.changes") }).click();
    await expect(page.getByRole("button", { name: t("watch.changes.csv") })).toBeVisible();
  },
  error: never(OWN_MEMORY),
};

export const statusAlerts: RouteScreens = {
  at: paths.statusAlerts(),
  loading: never("the settings are this browser's own"),
  empty: never("the settings are always there"),
  full: async ({ page, t }) => {
    await page.goto(paths.statusAlerts());
    await expect(page.getByRole("checkbox", { name: t("watch.alerts.notify") })).toBeVisible();
  },
  error: async ({ page, t }) => {
    await noteAlerts(page, "denied");
    await page.goto(paths.statusAlerts());
    await page.getByRole("checkbox", { name: t("watch.alerts.notify") }).click();
    await expect(page.getByRole("alert")).toBeVisible();
  },
};

export const statusWall: RouteScreens = {
  at: paths.statusWall(),
  loading: async (stage) => {
    await hang(stage, "GET /sip");
    await stage.page.goto(paths.statusWall());
    // As many as are known so far.
    await expect(stage.page.getByText("0+").first()).toBeVisible();
  },
  empty: async ({ page, office, t }) => {
    await office.reset({ accounts: 0 });
    await page.goto(paths.statusWall());
    await expect(page.getByText(t("board.empty"))).toBeVisible();
  },
  full: async ({ page, t }) => {
    await page.goto(paths.statusWall());
    const tiles = page.getByRole("list", { name: t("wall.tiles") });
    await expect(tiles).toContainText(t("watch.notYet"));
  },
  error: async ({ page, office }) => {
    await office.faults({ operation: "GET /sip", fault: "status:401" });
    await page.goto(paths.statusWall());
    await expect(page.getByRole("alert")).toBeVisible();
  },
};
