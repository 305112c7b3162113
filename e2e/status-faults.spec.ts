import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { boardRow, countLooks, counter, expectShown, openBoard } from "./lib/board.ts";
import { ALL_FAULTS_MS, expectAlive, expectToldOnce, KINDS_OF_FAULT } from "./lib/faults.ts";
import { heading, rows } from "./lib/screen.ts";

const STATUSES = "GET /sip/statuses";
const VERA = { id: 36, name: "Вера Волкова" };

test.beforeEach(({ watched }) => watched.expectFailedRequests());

const notice = (page: Page) => page.getByText(/^Could not be refreshed: /);

test("any fault while the board stands: says why and how old, and recovers by itself", async ({
  page,
  office,
  clock,
}) => {
  test.setTimeout(ALL_FAULTS_MS);
  await openBoard(page);
  for (const [before, { fault, read, reason = read }] of KINDS_OF_FAULT.entries()) {
    await test.step(fault, async () => {
      const wasOnline = before % 2 === 0;
      const told = wasOnline ? "Online" : "Offline";
      const minute = await page.evaluate(() => new Date().getMinutes());
      await office.faults({ operation: STATUSES, fault, retryAfter: 20 });
      await clock.pass(10);
      await expect(notice(page)).toHaveText(
        new RegExp(
          `statuses: ${reason}\\. Shown is the data of 12:0[${Math.max(minute - 1, 0)}${minute}]\\sPM`,
        ),
      );
      await expect(notice(page)).toHaveCount(1);
      // What was known stands, for nothing says that it is otherwise.
      await expect(counter(page, "Offline")).toContainText(wasOnline ? "2" : "3");
      await expect(boardRow(page, VERA.name)).toContainText(told);
      await expectAlive(page);

      await office.faults();
      await office.statuses({ [VERA.id]: !wasOnline });
      await clock.pass(30);
      await expect(notice(page)).toHaveCount(0);
      await expect(boardRow(page, VERA.name)).toContainText(wasOnline ? "Offline" : "Online");
      await expect(page.getByRole("main")).toContainText("Just updated");
    });
  }
});

test("a provider that hangs: the age grows, and Refresh does not wait for it", async ({
  page,
  office,
  clock,
}) => {
  await openBoard(page);
  await office.faults({ operation: STATUSES, fault: "hang" });
  await clock.rush(20);
  const main = page.getByRole("main");
  await expect(main).toContainText("Updated 20 sec. ago");
  await expectShown(page, 24);
  await expect(boardRow(page, VERA.name)).toContainText("Online");
  await office.faults();
  await page.getByRole("button", { name: "Refresh", exact: true }).click();
  await expect(main).toContainText("Just updated");
  await expect(notice(page)).toHaveCount(0);
});

test("a provider that hangs on is a failure in the end, and is asked again", async ({
  page,
  office,
  clock,
}) => {
  await openBoard(page);
  await office.faults({ operation: STATUSES, fault: "hang" });
  await clock.rush(30);
  await expect(notice(page)).toHaveText(
    /statuses: The provider did not answer in time\. Shown is the data of 12:00\sPM/,
  );
  await expect(page.getByRole("main")).toContainText(/Data of 12:00\sPM, 30 sec. ago/);
  await expect(boardRow(page, VERA.name)).toContainText("Online");
  await office.faults();
  await clock.pass(45);
  await expect(notice(page)).toHaveCount(0);
  await expect(page.getByRole("main")).not.toContainText("Data of");
});

test("what fails on is asked ever more rarely, at least once a minute", async ({
  page,
  office,
  clock,
}) => {
  await openBoard(page);
  const looks = countLooks(page);
  const steps = 60;
  const asked: number[] = [];
  await office.faults({ operation: STATUSES, fault: "status:500" });
  for (let step = 0; step < steps; step++) {
    const before = looks();
    await clock.pass(5);
    if (looks() > before) asked.push(step * 5);
  }
  const gaps = asked.slice(1).map((at, index) => at - (asked[index] ?? 0));
  // Every ten seconds would be thirty times.
  expect(asked.length).toBeGreaterThanOrEqual(5);
  expect(asked.length).toBeLessThanOrEqual(12);
  expect(gaps.at(-1)).toBeGreaterThanOrEqual(40);
  expect(Math.max(...gaps)).toBeLessThanOrEqual(75);
  await office.faults();
  await clock.pass(61);
  await expect(notice(page)).toHaveCount(0);
  const recovered = looks();
  for (let more = 1; more <= 3; more++) {
    await clock.pass(10);
    await expect.poll(looks).toBeGreaterThanOrEqual(recovered + more);
  }
});

test("a provider that asks to wait is not asked before", async ({ page, office, clock }) => {
  await openBoard(page);
  const looks = countLooks(page);
  await office.faults({ operation: STATUSES, fault: "status:429", retryAfter: 120 });
  await clock.pass(10);
  await expect(notice(page)).toContainText("Too many requests at once");
  expect(looks()).toBe(1);
  await office.faults();
  await clock.pass(90);
  expect(looks()).toBe(1);
  await clock.pass(30);
  await expect(notice(page)).toHaveCount(0);
  expect(looks()).toBe(2);
});

test("statuses that were never read leave the board, with its states unknown", async ({
  page,
  office,
}) => {
  await office.faults({ operation: STATUSES, fault: "status:403" });
  await page.goto("/status");
  await expect(page.getByText("Could not be read: statuses: The provider refused")).toBeVisible();
  await expectShown(page, 24);
  await expect(counter(page, "Status unknown")).toContainText("23");
  await expect(page).toHaveTitle("Status board · Pult");
  await expect(rows(page).first()).toContainText("Status unknown");
  await expect(rows(page).first()).not.toContainText("how long");
  await office.faults();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(rows(page).first()).toContainText("Offline");
  await expect(page).toHaveTitle("(2) Status board · Pult");
});

test("accounts that can't be read at first: says so, with a way to try again", async ({
  page,
  office,
}) => {
  await office.faults({ operation: "GET /sip", fault: "status:401" });
  await page.goto("/status");
  await expectToldOnce(page, "The provider refused this server's token");
  await expect(heading(page)).toHaveText("Status board");
  await office.faults();
  await page.getByRole("button", { name: "Try again" }).click();
  await expectShown(page, 24);
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("accounts that can't be read at first recover by themselves", async ({
  page,
  office,
  clock,
}) => {
  await office.faults({ operation: "GET /sip", fault: "status:401" });
  await page.goto("/status");
  await expect(page.getByRole("alert")).toBeVisible();
  await office.faults();
  await clock.pass(11);
  await expectShown(page, 24);
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("a list that breaks off says how much of it there is, and the tab counts nobody", async ({
  page,
  office,
}) => {
  await office.reset({ accounts: 350 });
  await office.faults(
    { operation: "GET /sip", fault: "latency:0", times: 2 },
    { operation: "GET /sip", fault: "status:403" },
  );
  await page.goto("/status");
  const alert = page.getByRole("alert");
  await expect(alert).toContainText(
    /Only \d00 of 350 could be loaded: The provider refused access/,
  );
  await expect(counter(page, "Offline")).toContainText("+");
  await expect(page).toHaveTitle("Status board · Pult");
  await office.faults();
  await alert.getByRole("button", { name: "Try again" }).click();
  await expectShown(page, 350);
  await expect(alert).toHaveCount(0);
});

test("a page of statuses that is lost takes nobody off the board", async ({
  page,
  office,
  clock,
}) => {
  await office.reset({ accounts: 250 });
  await openBoard(page);
  await expectShown(page, 250);
  await office.faults(
    { operation: STATUSES, fault: "latency:0", times: 1 },
    { operation: STATUSES, fault: "truncate" },
  );
  await clock.pass(10);
  await expect(notice(page)).toContainText("The provider's answer can't be understood");
  await expectShown(page, 250);
  await expect(counter(page, "Status unknown")).toHaveCount(0);
  await office.faults();
  await clock.pass(30);
  await expect(notice(page)).toHaveCount(0);
});
