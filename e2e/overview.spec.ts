import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { expectRowCount } from "./lib/board.ts";
import { expectVisibleFocus, tabTo, watchFocus } from "./lib/focus.ts";
import { heading, rows } from "./lib/screen.ts";

const CARDS = ["SIP accounts", "External numbers", "Destinations", "Voicemail"] as const;

const card = (page: Page, name: (typeof CARDS)[number] | "SIP-аккаунты") =>
  page.getByRole("region", { name });
const figure = (page: Page, name: (typeof CARDS)[number], pattern: RegExp) =>
  card(page, name).getByRole("link", { name: pattern });
const nav = (page: Page) => page.getByRole("navigation", { name: "Sections" });

test.beforeEach(({ page, monitor }) => watchFocus(page, monitor));

test("each figure links to the list that it counts, by mouse and by keyboard", async ({
  page,
  scan,
}) => {
  await page.goto("/");
  await expect(heading(page)).toHaveText("Overview");
  await expect(page).toHaveTitle("Overview · Pult");
  await scan();
  await figure(page, "SIP accounts", /^2\s*offline$/).click();
  await expect(page).toHaveURL("/status?state=offline");
  await expectRowCount(page, 2);
  await page.goBack();
  await figure(page, "External numbers", /^1\s*not registered$/).click();
  await expect(page).toHaveURL("/external-numbers?state=lost");
  await expect(rows(page)).toHaveCount(1);
  await page.goBack();

  const open = figure(page, "Destinations", /countries open$/);
  const count = (await open.innerText()).match(/^\d+/)?.[0] ?? "no number";
  await tabTo(page, open);
  await expectVisibleFocus(page);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/directions?show=open");
  await expect(page.getByRole("button", { name: new RegExp(`^Open ${count}$`) })).toBeVisible();
  await page.goBack();
  const matters = page.getByRole("list", { name: /^Needs attention: 2.phones/ });
  await tabTo(page, matters.getByRole("link", { name: "Why it does not ring: Диспетчер" }));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/status\/\d+\?state=offline$/);
  await expect(page.getByRole("dialog", { name: /Диспетчер/ })).toBeVisible();
});

test("a failed card reports its error and recovers; a section whose code can't load is reported in the frame", async ({
  page,
  office,
  clock,
  monitor,
}) => {
  monitor.expectFailedRequests();
  await office.faults({ operation: "GET /voicemail", fault: "status:401" });
  await page.goto("/");
  await expect(card(page, "Voicemail").getByRole("alert")).toContainText("this server’s token");
  await expect(figure(page, "SIP accounts", /^\d+\s*offline$/)).toBeVisible();
  await expect(figure(page, "External numbers", /^\d+\s*not registered$/)).toBeVisible();
  await expect(figure(page, "Destinations", /countries open$/)).toBeVisible();
  await expect(page.getByRole("alert")).toHaveCount(1);
  await office.faults();
  await clock.advance(11);
  await expect(card(page, "Voicemail")).toContainText("Recordings are sent to voicemail@");
  await expect(page.getByRole("alert")).toHaveCount(0);

  await page.route("**/assets/StatusPage*", (route) => route.abort());
  await nav(page).getByRole("link", { name: "Status board" }).click();
  await expect(page.getByText(/^A part of the page could not be loaded/)).toBeVisible();
  await page.unroute("**/assets/StatusPage*");
  await nav(page).getByRole("link", { name: "Voicemail" }).click();
  await expect(heading(page)).toHaveText("Voicemail");
  await nav(page).getByRole("link", { name: "Status board" }).click();
  await expect(heading(page)).toHaveText("Status board");
});
