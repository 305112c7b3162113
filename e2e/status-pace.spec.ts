import { expect, test } from "./fixtures.ts";
import { boardRow, countLooks, openBoard, setHidden } from "./lib/board.ts";
import { rows } from "./lib/screen.ts";

const VERA = { id: 36, name: "Вера Волкова" };
const STATUSES = "GET /sip/statuses";

test("the board looks every ten seconds, unless told otherwise; the choice is kept", async ({
  page,
  clock,
}) => {
  const looks = countLooks(page);
  await openBoard(page);
  const every = page.getByRole("combobox", { name: "Refresh" });
  await expect(every).toHaveValue("10");
  expect(looks()).toBe(1);
  await clock.pass(10);
  await expect.poll(looks).toBe(2);

  await expect(every.getByRole("option")).toHaveText(
    [5, 10, 15, 30, 60].map((seconds) => `every ${seconds} s`),
  );
  await every.selectOption("every 60 s");
  // Far from the next look: time goes on by itself, and machines are slow.
  await clock.pass(35);
  expect(looks()).toBe(2);
  await clock.pass(25);
  await expect.poll(looks).toBe(3);

  await page.reload();
  await expect(every).toHaveValue("60");
  await expect.poll(looks).toBe(4);
  await clock.pass(35);
  expect(looks()).toBe(4);
  await every.selectOption("every 5 s");
  for (let more = 1; more <= 4; more++) {
    await clock.pass(5);
    await expect.poll(looks).toBeGreaterThanOrEqual(4 + more);
  }
});

test("nobody is asked while the tab is hidden, and at once when one comes back", async ({
  page,
  office,
  clock,
}) => {
  const looks = countLooks(page);
  await openBoard(page);
  await setHidden(page, true);
  const before = looks();
  await clock.pass(300);
  expect(looks()).toBe(before);
  await office.statuses({ [VERA.id]: false });
  await setHidden(page, false);
  await expect.poll(looks).toBe(before + 1);
  const row = boardRow(page, VERA.name);
  await expect(row).toContainText("Offline");
  // Five minutes without a look: since when is not known.
  await expect(row).toContainText("how long is unknown");
  await expect(row).toContainText(/at 12:00\sPM it was online/);
  await clock.pass(10);
  await expect.poll(looks).toBe(before + 2);
});

test("Refresh asks the provider, past what the proxy has kept", async ({ page, office, clock }) => {
  await openBoard(page);
  const asked = async () => (await office.requests(STATUSES)).length;
  const refresh = page.getByRole("button", { name: "Refresh", exact: true });
  for (let presses = 1; presses <= 2; presses++) {
    // Within a second of the last answer everybody gets that one.
    const before = await asked();
    await expect(async () => {
      await refresh.click();
      expect(await asked()).toBeGreaterThan(before);
    }).toPass();
    await expect(refresh).not.toHaveAttribute("data-busy");
  }
  await expect(page.getByRole("main")).toContainText("Just updated");
  await clock.pass(9);
  await expect(page.getByRole("main")).not.toContainText("Data of");
});

test("the age of what one sees is told, and grows", async ({ page, clock }) => {
  await openBoard(page);
  await page.getByRole("combobox", { name: "Refresh" }).selectOption("every 60 s");
  const main = page.getByRole("main");
  await expect(main).toContainText("Just updated");
  await clock.pass(30);
  await expect(main).toContainText(/Updated [345]0 sec. ago/);
  await setHidden(page, true);
  await clock.pass(180);
  await expect(main).toContainText(/Data of 12:00\sPM, 3 min. ago/);
  await expect(rows(page).first()).toContainText("Offline");
});
