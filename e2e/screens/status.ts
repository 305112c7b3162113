import { expect } from "@playwright/test";
import { paths } from "#paths";
import { recordAlerts } from "../lib/alerts.ts";
import { rows } from "../lib/screen.ts";
import {
  dialog,
  hang,
  unreachable,
  refuse,
  type RouteScreens,
  type ScreenContext,
} from "./routeScreens.ts";

const STATUSES = "GET /sip/statuses";
const VERA = 36;

/** Opens the board and changes the status of an account several times. */
async function openWithChanges({ page, office, t }: ScreenContext, changes: readonly boolean[]) {
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
  loading: async (context) => {
    await hang(context, "GET /sip");
    await context.page.goto(paths.status());
    await expect(context.page.getByText(context.t("board.loading"))).toBeAttached();
  },
  empty: async ({ page, office, t }) => {
    await office.reset({ accounts: 0 });
    await page.goto(paths.status());
    await expect(page.getByRole("heading", { name: t("board.empty") })).toBeVisible();
  },
  full: async (context) => {
    await openWithChanges(context, [false, true, false]);
    await context.page.getByRole("button", { name: "218 Вера Волкова" }).click();
    await expect(
      context.page.getByText(context.t("board.flapping"), { exact: true }),
    ).toBeVisible();
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
    "partly loaded": async ({ page, office }) => {
      await office.reset({ accounts: 300 });
      await office.faults(
        { operation: "GET /sip", fault: "latency:0", times: 1 },
        { operation: "GET /sip", fault: "hang" },
      );
      await page.goto(paths.status());
      await expect(page.getByRole("main").getByText(/100.*300/)).toBeVisible();
    },
    incomplete: async ({ page, office }) => {
      await office.reset({ accounts: 300 });
      await office.faults(
        { operation: "GET /sip", fault: "latency:0", times: 1 },
        { operation: "GET /sip", fault: "status:403" },
      );
      await page.goto(paths.status());
      await expect(page.getByRole("alert")).toContainText("300");
    },
    stale: async (context) => {
      const { page, t } = context;
      await page.goto(paths.status());
      await expect(rows(page).first()).toContainText(t("watch.notYet"));
      await refuse(context, STATUSES);
      await page.getByRole("button", { name: t("fresh.refresh"), exact: true }).click();
      await expect(page.getByRole("button", { name: t("ui.retry") })).toBeVisible();
    },
    "statuses unknown": async (context) => {
      const { page, t } = context;
      await refuse(context, STATUSES);
      await page.goto(paths.status());
      await expect(page.getByRole("button", { name: t("ui.retry") })).toBeVisible();
      await expect(rows(page).first()).toContainText(t("status.unknown"));
    },
  },
};

export const statusAccount: RouteScreens = {
  at: paths.statusAccount(VERA),
  loading: async (context) => {
    await hang(context, "*");
    await context.page.goto(paths.statusAccount(VERA));
    await expect(dialog(context)).toBeVisible();
  },
  empty: async (context) => {
    await context.page.goto(paths.statusAccount(VERA));
    await expect(dialog(context).getByText(context.t("details.noChanges"))).toBeVisible();
  },
  full: async (context) => {
    const { page, t } = context;
    await openWithChanges(context, [false, true, false]);
    await page.getByRole("link", { name: "Вера Волкова" }).click();
    await expect(dialog(context).getByText(t("verdict.flapping"))).toBeVisible();
    await expect(page.getByRole("heading", { name: t("details.checklist.offline") })).toBeVisible();
  },
  error: async (context) => {
    await refuse(context, "*");
    await context.page.goto(paths.statusAccount(VERA));
    await expect(dialog(context)).toBeVisible();
    // The page's own alerts are behind the panel.
    const alerts = context.page.getByRole("alert", { includeHidden: true });
    await expect(alerts.first()).toBeAttached();
  },
  more: {
    "unknown account": async ({ page, t }) => {
      await page.goto("/status/99999");
      await expect(page.getByText(t("details.gone"))).toBeVisible();
    },
  },
};

const LOCAL_DATA = "it shows data stored in this browser";

export const statusChanges: RouteScreens = {
  at: paths.statusChanges(),
  loading: unreachable(LOCAL_DATA),
  empty: async ({ page, t }) => {
    await page.goto(paths.statusChanges());
    await expect(page.getByText(t("watch.changes.none"))).toBeVisible();
  },
  full: async (context) => {
    const { page, t } = context;
    await openWithChanges(context, [false, true]);
    await page.getByRole("link", { name: t("board.changes") }).click();
    await expect(page.getByRole("button", { name: t("watch.changes.csv") })).toBeVisible();
  },
  error: unreachable(LOCAL_DATA),
};

export const statusAlerts: RouteScreens = {
  at: paths.statusAlerts(),
  loading: unreachable("the settings are stored in this browser"),
  empty: unreachable("the settings are always there"),
  full: async ({ page, t }) => {
    await page.goto(paths.statusAlerts());
    await expect(page.getByRole("checkbox", { name: t("watch.alerts.notify") })).toBeVisible();
  },
  error: async ({ page, t }) => {
    await recordAlerts(page, "denied");
    await page.goto(paths.statusAlerts());
    await page.getByRole("checkbox", { name: t("watch.alerts.notify") }).click();
    await expect(page.getByRole("alert")).toBeVisible();
  },
};

export const statusWall: RouteScreens = {
  at: paths.statusWall(),
  loading: async (context) => {
    await hang(context, "GET /sip");
    await context.page.goto(paths.statusWall());
    // The count so far.
    await expect(context.page.getByText("0+").first()).toBeVisible();
  },
  empty: async ({ page, office, t }) => {
    await office.reset({ accounts: 0 });
    await page.goto(paths.statusWall());
    await expect(page.getByText(t("board.empty"))).toBeVisible();
  },
  full: async ({ page, t }) => {
    await page.goto(paths.statusWall());
    const tiles = page.getByRole("list", { name: t("wall.first") });
    await expect(tiles).toContainText(t("watch.notYet"));
  },
  error: async ({ page, office }) => {
    await office.faults({ operation: "GET /sip", fault: "status:401" });
    await page.goto(paths.statusWall());
    await expect(page.getByRole("alert")).toBeVisible();
  },
};
