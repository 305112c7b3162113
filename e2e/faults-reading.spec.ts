import { expect, test } from "./fixtures.ts";
import { ALL_FAULTS_MS, expectAlive, expectToldOnce, FAULTS } from "./lib/faults.ts";
import { spoil } from "./lib/keptPages.ts";
import { heading, rows, shownCount } from "./lib/screen.ts";

test.beforeEach(({ watched }) => watched.expectFailedRequests());

test("any fault on the list: says so, and recovers", async ({ page, office }) => {
  test.setTimeout(ALL_FAULTS_MS);
  for (const { fault, read, quote } of FAULTS) {
    await test.step(fault, async () => {
      await office.faults({ operation: "GET /sip", fault, retryAfter: 1 });
      await page.goto("/sip");
      const alert = await expectToldOnce(page, read);
      if (quote !== undefined) await expect(alert).toContainText(`The provider says: “${quote}”`);
      await expect(heading(page)).toHaveText("SIP accounts");
      await office.faults();
      await page.getByRole("button", { name: "Try again" }).click();
      await expect(shownCount(page)).toHaveText("24 accounts");
      await expect(page.getByRole("alert")).toHaveCount(0);
    });
  }
});

test("any fault on a refresh: keeps the rows, says their age, and recovers", async ({
  page,
  office,
}) => {
  test.setTimeout(ALL_FAULTS_MS);
  await page.goto("/sip");
  await expect(shownCount(page)).toHaveText("24 accounts");
  const notice = page.getByText(/^Could not be refreshed: /);
  for (const { fault, read, reason = read } of FAULTS) {
    await test.step(fault, async () => {
      await office.faults({ operation: "GET /sip", fault, retryAfter: 1 });
      await page.getByRole("button", { name: "Refresh" }).click();
      await expect(notice).toHaveText(
        new RegExp(`${reason}\\. Shown is the data of \\d\\d:\\d\\d`),
      );
      await expect(shownCount(page)).toHaveText("24 accounts");
      await expect(rows(page).first()).toBeVisible();
      await expectAlive(page);
      await office.faults();
      await page.getByRole("button", { name: "Try again" }).click();
      await expect(notice).toHaveCount(0);
      await expect(page.getByText(/could not be refreshed/i)).toHaveCount(0);
    });
  }
});

test("slow is said, and is no failure", async ({ page, office }) => {
  await office.faults({ operation: "GET /sip", fault: "latency:1500" });
  await page.goto("/sip");
  await expect(page.getByRole("status").filter({ hasText: "Loading the accounts…" })).toBeVisible();
  await expect(shownCount(page)).toHaveText("24 accounts");
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("a passing failure is tried again and never shown", async ({ page, office }) => {
  await office.faults({ operation: "GET /sip", fault: "status:500", times: 2 });
  await page.goto("/sip");
  await expect(shownCount(page)).toHaveText("24 accounts");
  expect(await office.requests("GET /sip")).toHaveLength(3);
});

test("what trying again can't help is not tried again", async ({ page, office }) => {
  await office.faults({ operation: "GET /sip", fault: "status:401" });
  await page.goto("/sip");
  await expectToldOnce(page, "The provider refused this server's token");
  // Once for the address and once for the page that was shown meanwhile.
  expect((await office.requests("GET /sip")).length).toBeLessThanOrEqual(2);
});

test("statuses that can't be read leave the list, with its states unknown", async ({
  page,
  office,
}) => {
  await office.faults({ operation: "GET /sip/statuses", fault: "status:403" });
  await page.goto("/sip");
  await expect(shownCount(page)).toHaveText("24 accounts");
  await expect(page.getByRole("main")).toContainText("The provider refused access");
  // The beginning of all time is no age.
  await expect(page.getByText(/03:00/)).toHaveCount(0);
  await expect(rows(page).first()).toContainText("Status unknown");
  await office.faults();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(rows(page).first()).toContainText("Online");
});

test("an account that can't be read says so, and recovers by itself", async ({ page, office }) => {
  spoil(page);
  await page.clock.install();
  await office.faults({ operation: "GET /sip/{id}", fault: "status:401" });
  await page.goto("/sip/25");
  await expectToldOnce(page, "The provider refused this server's token");
  await office.faults();
  await page.clock.runFor(11_000);
  await expect(heading(page)).toHaveText("200 Ресепшен");
  await expect(page.getByRole("alert")).toHaveCount(0);
});

test("a list that breaks off in the middle says how much of it there is", async ({
  page,
  office,
}) => {
  await office.reset({ accounts: 350 });
  await office.faults(
    { operation: "GET /sip", fault: "latency:0", times: 2 },
    { operation: "GET /sip", fault: "status:403" },
  );
  await page.goto("/sip");
  const alert = page.getByRole("alert");
  await expect(alert).toContainText(/Only \d00 of 350 could be loaded/);
  await expect(rows(page).first()).toBeVisible();
  await office.faults();
  await alert.getByRole("button", { name: "Try again" }).click();
  await expect(shownCount(page)).toHaveText("350 accounts");
  await expect(alert).toHaveCount(0);
});
