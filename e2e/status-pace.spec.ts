import { expect, test } from "./fixtures.ts";
import { boardRow, countStatusRequests, openBoard, setHidden } from "./lib/board.ts";
import { rows } from "./lib/screen.ts";

const VERA = { id: 36, name: "Вера Волкова" };
const STATUSES = "GET /sip/statuses";

test("the board polls every ten seconds or at the chosen interval, which is remembered", async ({
  page,
  clock,
}) => {
  const statusRequests = countStatusRequests(page);
  await openBoard(page);
  const interval = page.getByRole("combobox", { name: "Refresh" });
  await expect(interval).toHaveValue("10");
  expect(statusRequests()).toBe(1);
  await clock.advance(10);
  await expect.poll(statusRequests).toBe(2);

  await expect(interval.getByRole("option")).toHaveText(
    [5, 10, 15, 30, 60].map((seconds) => `every ${seconds} s`),
  );
  await interval.selectOption("every 60 s");
  // Well before the next poll, because the clock also runs by itself.
  await clock.advance(35);
  expect(statusRequests()).toBe(2);
  await clock.advance(25);
  await expect.poll(statusRequests).toBe(3);

  await page.reload();
  await expect(interval).toHaveValue("60");
  await expect.poll(statusRequests).toBe(4);
  await clock.advance(35);
  expect(statusRequests()).toBe(4);
  await interval.selectOption("every 5 s");
  for (let more = 1; more <= 4; more++) {
    await clock.advance(5);
    await expect.poll(statusRequests).toBeGreaterThanOrEqual(4 + more);
  }
});

test("a hidden tab does not poll, and polls at once when visible again", async ({
  page,
  office,
  clock,
}) => {
  const statusRequests = countStatusRequests(page);
  await openBoard(page);
  await setHidden(page, true);
  const before = statusRequests();
  await clock.advance(300);
  expect(statusRequests()).toBe(before);
  await office.statuses({ [VERA.id]: false });
  await setHidden(page, false);
  await expect.poll(statusRequests).toBe(before + 1);
  const row = boardRow(page, VERA.name);
  await expect(row).toContainText("Offline");
  // After five minutes without a poll the time of the change is unknown.
  await expect(row).toContainText("how long is unknown");
  await expect(row).toContainText(/at 12:00\sPM it was online/);
  await clock.advance(10);
  await expect.poll(statusRequests).toBe(before + 2);
});

test("Refresh bypasses the proxy's shared response", async ({ page, office, clock }) => {
  await openBoard(page);
  const countProviderRequests = async () => (await office.requests(STATUSES)).length;
  const refresh = page.getByRole("button", { name: "Refresh", exact: true });
  for (let presses = 1; presses <= 2; presses++) {
    // For a second after a response the proxy shares it even with Refresh.
    const before = await countProviderRequests();
    await expect(async () => {
      await refresh.click();
      expect(await countProviderRequests()).toBeGreaterThan(before);
    }).toPass();
    await expect(refresh).not.toHaveAttribute("data-busy");
  }
  await expect(page.getByRole("main")).toContainText("Just updated");
  await clock.advance(9);
  await expect(page.getByRole("main")).not.toContainText("Data from");
});

test("the board shows the growing age of its data", async ({ page, clock }) => {
  await openBoard(page);
  await page.getByRole("combobox", { name: "Refresh" }).selectOption("every 60 s");
  const main = page.getByRole("main");
  await expect(main).toContainText("Just updated");
  await clock.advance(30);
  await expect(main).toContainText(/Updated [345]0 sec. ago/);
  await setHidden(page, true);
  await clock.advance(180);
  await expect(main).toContainText(/Data from 12:00\sPM, 3 min. ago/);
  await expect(rows(page).first()).toContainText("Offline");
});
