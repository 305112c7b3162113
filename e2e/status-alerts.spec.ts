import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { recordAlerts, getAlerts } from "./lib/alerts.ts";
import { boardRow, counter, expectBoardExtensions, openBoard } from "./lib/board.ts";

const VERA = { id: 36, name: "Вера Волкова", who: "218 Вера Волкова" };
const SERGEY = { id: 40, who: "223 Сергей Смирнов" };

const star = (page: Page, who: string) => page.getByRole("button", { name: `Watch ${who}` });
const alerts = (page: Page) => page.getByRole("dialog", { name: "Browser alerts" });

async function openAlerts(page: Page) {
  await page.getByRole("link", { name: "Browser alerts" }).click();
  const panel = alerts(page);
  return {
    panel,
    notify: panel.getByRole("checkbox", { name: /^Notify me/ }),
    sound: panel.getByRole("checkbox", { name: /^Make a sound/ }),
  };
}

test("a starred account is on the watch list, also after a reload", async ({ page }) => {
  await openBoard(page);
  const watched = page.getByRole("button", { name: /^Watched/ });
  await expect(watched).toHaveText("Watched 0");
  await star(page, VERA.who).click();
  await expect(star(page, VERA.who)).toHaveAttribute("aria-pressed", "true");
  await expect(watched).toHaveText("Watched 1");
  await watched.click();
  await expectBoardExtensions(page, 218);
  await page.reload();
  await expectBoardExtensions(page, 218);
  await star(page, VERA.who).click();
  await expect(page.getByRole("heading", { name: "You watch no account yet" })).toBeVisible();
});

test("only a watched account that drops causes a notification and a sound", async ({
  page,
  office,
  clock,
}) => {
  await recordAlerts(page, "granted");
  await openBoard(page);
  await star(page, VERA.who).click();
  const { notify, sound } = await openAlerts(page);
  expect((await getAlerts(page))?.permissionRequests).toBe(0);
  await notify.check();
  await expect(notify).toBeChecked();
  await sound.check();
  await expect(sound).toBeChecked();
  const sample = "Notifications are on: This is how you will learn that an account dropped.";
  expect(await getAlerts(page)).toEqual({
    permissionRequests: 1,
    notifications: [sample],
    tones: 2,
  });
  await page.keyboard.press("Escape");

  await office.statuses({ [SERGEY.id]: false });
  await clock.advance(10);
  await expect(counter(page, "Offline")).toContainText("3");
  expect((await getAlerts(page))?.notifications).toEqual([sample]);

  await office.statuses({ [SERGEY.id]: false, [VERA.id]: false });
  await clock.advance(10);
  await expect(counter(page, "Offline")).toContainText("4");
  const message = /^218 Вера Волкова: offline: Seen at 12:00\sPM$/;
  await expect.poll(() => getAlerts(page)).toMatchObject({ permissionRequests: 1, tones: 4 });
  expect((await getAlerts(page))?.notifications).toEqual([sample, expect.stringMatching(message)]);

  // Going online causes no alert.
  await office.statuses({});
  await clock.advance(10);
  await expect(counter(page, "Offline")).toContainText("2");
  expect(await getAlerts(page)).toMatchObject({ permissionRequests: 1, tones: 4 });

  await page.reload();
  const after = await openAlerts(page);
  await expect(after.notify).toBeChecked();
  await expect(after.sound).toBeChecked();
  await after.notify.uncheck();
  await after.sound.uncheck();
  await page.keyboard.press("Escape");
  await office.statuses({ [VERA.id]: false });
  await clock.advance(10);
  await expect(boardRow(page, VERA.name)).toContainText("Offline");
  expect(await getAlerts(page)).toEqual({ permissionRequests: 0, notifications: [], tones: 0 });
});

test("accounts that go offline together cause one notification", async ({
  page,
  office,
  clock,
}) => {
  await recordAlerts(page, "granted");
  await openBoard(page);
  await star(page, VERA.who).click();
  await star(page, SERGEY.who).click();
  const { notify } = await openAlerts(page);
  await notify.check();
  await expect.poll(async () => (await getAlerts(page))?.notifications.length).toBe(1);
  await office.statuses({ [SERGEY.id]: false, [VERA.id]: false });
  await clock.advance(10);
  await expect
    .poll(async () => (await getAlerts(page))?.notifications.slice(1))
    .toEqual([`2 accounts dropped: ${VERA.who}, ${SERGEY.who}`]);
});

test("denied notifications are reported, and the setting stays off", async ({ page }) => {
  await recordAlerts(page, "denied");
  await openBoard(page);
  const { panel, notify } = await openAlerts(page);
  await notify.click();
  await expect(panel.getByRole("alert")).toContainText("does not allow notifications");
  await expect(notify).not.toBeChecked();
  expect(await getAlerts(page)).toEqual({ permissionRequests: 1, notifications: [], tones: 0 });
});

test("the status changes are downloaded as CSV", async ({ page, office, clock }) => {
  await office.change("PATCH", "/sip/40", { name: '=1+1, "Иван"' });
  await openBoard(page);
  await office.statuses({ [VERA.id]: false, 40: false });
  await clock.advance(10);
  await expect(counter(page, "Offline")).toContainText("4");
  await office.statuses({});
  await clock.advance(10);
  await expect(counter(page, "Offline")).toContainText("2");
  await page.getByRole("link", { name: "Last changes" }).click();
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download CSV" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("pult-status-2026-03-10.csv");
  const csv = await readFile(await download.path(), "utf8");
  const at = /2026-03-10T12:00:\d\d\+03:00/g;
  expect(csv.replaceAll(at, "TIME").split("\r\n")).toEqual([
    "\uFEFFSeen at,Checked before at,Account ID,Extension,Name,Was,Became",
    'TIME,TIME,40,223,"\'=1+1, ""Иван""",offline,online',
    "TIME,TIME,36,218,Вера Волкова,offline,online",
    'TIME,TIME,40,223,"\'=1+1, ""Иван""",online,offline',
    "TIME,TIME,36,218,Вера Волкова,online,offline",
    "",
  ]);
});
