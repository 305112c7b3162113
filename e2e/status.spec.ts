import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import {
  boardExtensions,
  boardRow,
  counter,
  expectBoardExtensions,
  expectRowCount,
  openBoard,
} from "./lib/board.ts";
import { heading, rows } from "./lib/screen.ts";

/** Extensions that are offline in the initial office, and the one being created. */
const OFFLINE = [203, 232] as const;
const CREATING = 206;
const VERA = { id: 36, name: "Вера Волкова", extension: 218 };
const SERGEY = { id: 40, name: "Сергей Смирнов", extension: 223 };

const icon = (page: Page) => page.locator('link[rel="icon"]');

test("offline accounts are first on the board, and counters show the totals", async ({
  page,
  scan,
}) => {
  await openBoard(page);
  await expect(heading(page)).toHaveText("Status board");
  await expectRowCount(page, 24);
  expect((await boardExtensions(page)).slice(0, 3)).toEqual([...OFFLINE, CREATING]);
  await expect(rows(page).first()).toContainText("Offline");
  await expect(rows(page).nth(2)).toContainText("Being created");
  await scan();
  await expect(rows(page).nth(3)).toContainText("Online");
  await expect(counter(page, "Offline")).toContainText("2");
  await expect(counter(page, "Being created")).toContainText("1");
  await expect(counter(page, "Online")).toContainText("21");
});

test("a counter filters the board; a second click or Back clears the filter", async ({ page }) => {
  await openBoard(page);
  await counter(page, "Offline").click();
  await expect(page).toHaveURL("/status?state=offline");
  await expectBoardExtensions(page, ...OFFLINE);
  await expect(counter(page, "Offline")).toHaveAttribute("aria-pressed", "true");
  await counter(page, "Being created").click();
  await expectBoardExtensions(page, CREATING);
  await counter(page, "Being created").click();
  await expect(page).toHaveURL("/status");
  await expectRowCount(page, 24);
  await page.goBack();
  await expectBoardExtensions(page, CREATING);
  await page.goBack();
  await expectBoardExtensions(page, ...OFFLINE);
  await page.goBack();
  await expectRowCount(page, 24);
  await expect(counter(page, "Offline")).toHaveAttribute("aria-pressed", "false");
});

test("an account that drops moves up and shows for how long", async ({ page, office, clock }) => {
  await openBoard(page);
  await expect(page).toHaveTitle("(2) Status board · Pult");
  const before = await icon(page).getAttribute("href");
  await office.statuses({ [VERA.id]: false });
  await clock.advance(11);
  await expect(counter(page, "Offline")).toContainText("3");
  expect((await boardExtensions(page)).slice(0, 3)).toEqual([203, VERA.extension, 232]);
  const row = boardRow(page, VERA.name);
  await expect(row).toContainText("Offline");
  await expect(row).toContainText("less than a minute");
  await expect(row).toContainText(/offline since 12:00\sPM, seen by this browser/);
  await expect(page).toHaveTitle("(3) Status board · Pult");
  await expect(icon(page)).not.toHaveAttribute("href", before ?? "");
  await expect(icon(page)).toHaveAttribute("href", /%3E3%3C%2Ftext/);
  await clock.advance(140);
  await expect(row).toContainText("2 min");

  await office.statuses({ 28: true, 44: true });
  await clock.advance(11);
  await expect(counter(page, "Offline")).toContainText("0");
  await expect(page).toHaveTitle("Status board · Pult");
  await expect(icon(page)).toHaveAttribute("href", "/favicon.svg");
});

test("the latest change is in the last changes, and first when sorted by duration", async ({
  page,
  office,
  clock,
}) => {
  await openBoard(page);
  await office.statuses({ [VERA.id]: false });
  await clock.advance(11);
  await expect(counter(page, "Offline")).toContainText("3");
  await office.statuses({ [VERA.id]: false, [SERGEY.id]: false });
  await clock.advance(60);
  await expect(counter(page, "Offline")).toContainText("4");

  await page.getByRole("button", { name: "For how long" }).click();
  await expect(page).toHaveURL("/status?sort=since");
  await expect
    .poll(async () => (await boardExtensions(page)).slice(0, 2))
    .toEqual([SERGEY.extension, VERA.extension]);

  await page.getByRole("link", { name: "Last changes" }).click();
  const changes = page.getByRole("dialog", { name: "Last changes" });
  await expect(changes.getByRole("heading", { name: "Today" })).toBeVisible();
  await expect(changes.getByRole("listitem")).toHaveText([
    /^12:0\d\sPM223 Сергей СмирновOnline→becameOffline$/,
    /^12:00\sPM218 Вера ВолковаOnline→becameOffline$/,
  ]);
  await changes.getByRole("link", { name: "218 Вера Волкова" }).click();
  await expect(page.getByRole("dialog", { name: "218 Вера Волкова" })).toBeVisible();
});

test("on a large screen the last changes are shown beside the board", async ({
  page,
  office,
  clock,
}) => {
  await page.setViewportSize({ width: 1700, height: 900 });
  await openBoard(page);
  const changes = page.getByRole("complementary", { name: "Last changes" });
  await expect(changes).toContainText("Nothing has changed yet");
  await office.statuses({ [VERA.id]: false });
  await clock.advance(11);
  await expect(changes.getByRole("listitem")).toHaveCount(1);
  await expect(changes.getByRole("link", { name: "218 Вера Волкова" })).toBeInViewport();
});

test("the duration survives a reload, but not a gap in which nobody watched", async ({
  page,
  office,
  clock,
}) => {
  await openBoard(page);
  await office.statuses({ [VERA.id]: false });
  await clock.advance(11);
  const row = boardRow(page, VERA.name);
  await expect(row).toContainText("less than a minute");
  await clock.advance(140);
  await expect(row).toContainText("2 min");
  await page.reload();
  await expect(row).toContainText("2 min");
  await expect(row).toContainText(/offline since 12:00\sPM, seen by this browser/);

  await page.goto("about:blank");
  await page.clock.fastForward("01:00:00");
  await page.goto("/status");
  await expect(row).toContainText("how long is unknown");
  await expect(row).toContainText(
    /since 01:0\d\sPM; before that unknown; at 12:0\d\sPM it was offline/,
  );
});
