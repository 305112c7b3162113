import { OWN_HEADER } from "#api/ownHeader.ts";
import { expect, test } from "./fixtures.ts";
import { boardRow, counter, expectBoardExtensions, openBoard } from "./lib/board.ts";
import { clipboardText } from "./lib/clipboard.ts";
import { panel } from "./lib/screen.ts";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const ANDREY = { id: 35, name: "Андрей Ковалёв", who: "212 Андрей Ковалёв" };
const VERA = { id: 36, name: "Вера Волкова", who: "218 Вера Волкова" };

test("a click on a board row opens its details with their own URL, and Back closes them", async ({
  page,
}) => {
  await openBoard(page, "/status?sort=extension");
  await boardRow(page, ANDREY.name).getByText("Online").click();
  const details = panel(page, ANDREY.who);
  await expect(details).toBeVisible();
  await expect(page).toHaveURL(`/status/${ANDREY.id}?sort=extension`);
  await expect(page).toHaveTitle(`(2) ${ANDREY.who} · Pult`);
  await page.goBack();
  await expect(details).toBeHidden();
  await expect(page).toHaveURL("/status?sort=extension");
  await page.goForward();
  await expect(details).toBeVisible();
  await details.getByRole("button", { name: "Close" }).click();
  await expect(details).toBeHidden();
  await expect(page).toHaveURL("/status?sort=extension");
});

test("closing the details by keyboard returns the focus to the account's name", async ({
  page,
}) => {
  await openBoard(page);
  const link = page.getByRole("link", { name: ANDREY.name });
  await link.focus();
  await page.keyboard.press("Enter");
  const details = panel(page, ANDREY.who);
  await expect(details).toBeVisible();
  for (let presses = 0; presses < 6; presses++) {
    await page.keyboard.press("Tab");
    await expect(details.locator("*:focus")).toHaveCount(1);
  }
  await page.keyboard.press("Escape");
  await expect(details).toBeHidden();
  await expect(link).toBeFocused();
});

test("the support ticket text contains the known facts and no secrets", async ({
  page,
  office,
  clock,
}) => {
  await openBoard(page);
  await office.statuses({ [ANDREY.id]: false });
  await clock.advance(10);
  await expect(counter(page, "Offline")).toContainText("3");
  await page.getByRole("link", { name: ANDREY.name }).click();
  const details = panel(page, ANDREY.who);
  const server = details.getByRole("definition").first();
  await expect(server).toHaveText(/\./);
  await details.getByRole("button", { name: "Copy for the ticket" }).click();
  await expect(page.getByText("Text for the ticket: copied")).toBeVisible();
  const text = await clipboardText(page);
  const lines = text.split("\n");
  expect(lines.map((line) => line.split(": ")[0])).toEqual([
    "Extension",
    "Name",
    "Status",
    "Does it ring",
    "Since when",
    "Server",
    "Caller ID",
    "Active scenario",
    "Change",
    "Time of this note",
  ]);
  expect(lines.slice(0, 3)).toEqual(["Extension: 212", `Name: ${ANDREY.name}`, "Status: offline"]);
  expect(lines[5]).toBe(`Server: ${await server.textContent()}`);
  expect(lines[8]).toMatch(/^Change: 2026-03-10T12:00:\d\d\+03:00: was online, became offline$/);
  const account = await (
    await page.request.get(`/api/v1/sip/${ANDREY.id}`, {
      headers: { ...OWN_HEADER, "X-Pult-Reveal": "password" },
    })
  ).json();
  for (const secret of ["login", "password"]) {
    expect(account[secret]).toMatch(/\S{8}/);
    expect(text).not.toContain(account[secret]);
  }
  expect(text).not.toMatch(/login|password/i);
});

test("the URL of an account's details opens them over the board", async ({ page }) => {
  await page.goto(`/status/${VERA.id}?state=online`);
  const details = panel(page, VERA.who);
  await expect(details).toContainText("If calls still do not arrive");
  await details.getByRole("link", { name: "Open the account" }).click();
  await expect(page).toHaveURL(`/sip/${VERA.id}`);
  await page.goBack();
  await expect(details).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(details).toBeHidden();
  await expect(page).toHaveURL("/status?state=online");
});

test("opening and closing details keeps the board's filters", async ({ page }) => {
  await openBoard(page);
  await counter(page, "Offline").click();
  await page.getByRole("link", { name: "Диспетчер" }).click();
  await expect(panel(page, "203 Диспетчер")).toContainText("What to check");
  await page.keyboard.press("Escape");
  await expect(page).toHaveURL("/status?state=offline");
  await expectBoardExtensions(page, 203, 232);
});
