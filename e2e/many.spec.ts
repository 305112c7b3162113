import type { Locator, Page } from "@playwright/test";
import { OWN_HEADER } from "#api/ownHeader.ts";
import { expect, test } from "./fixtures.ts";
import { keyboardTest } from "./keyboardFixture.ts";
import { expectVisibleFocus, press, tabTo } from "./lib/focus.ts";
import type { Office } from "./lib/office.ts";
import { heading, rows } from "./lib/screen.ts";

const tick = (page: Page, name: string | RegExp): Locator =>
  page.getByRole("checkbox", { name: typeof name === "string" ? `Select ${name}` : name });
const done = (page: Page, n: number) => expect(page.getByText(`${n} of ${n} done`)).toBeVisible();
/** The extensions that come next in the office as it is. */
async function freeExtensions(page: Page, n: number): Promise<number[]> {
  const response = await page.request.get("/api/v1/sip?limit=100", { headers: OWN_HEADER });
  const { data } = (await response.json()) as { data: { number: number | string }[] };
  const taken = new Set(data.map(({ number }) => Number(number)));
  const all = Array.from({ length: 200 }, (_, index) => 200 + index);
  return all.filter((extension) => !taken.has(extension)).slice(0, n);
}

/** What was created, by extension: two are under way at the same time. */
async function created(office: Office) {
  const sent = await office.requests("PUT /sip");
  const bodies = sent.map(({ body }) => body as { number: number; name: string });
  return bodies.sort((one, other) => one.number - other.number);
}

const NAMES = Array.from({ length: 20 }, (_, index) => `Новый коллега ${index + 1}`);

test("twenty accounts are created from a pasted list, and deleted again as one", async ({
  page,
  office,
  scan,
}) => {
  const free = await freeExtensions(page, 20);
  await page.goto("/sip/import");
  await expect(page.getByRole("heading", { name: "No list yet" })).toBeVisible();
  await page.getByLabel("Or paste the list").fill(NAMES.join("\n"));
  await expect(rows(page)).toHaveCount(20);
  await expect(page.getByRole("button", { name: "Create 20 accounts" })).toBeEnabled();
  await scan();
  await page.getByRole("button", { name: "Create 20 accounts" }).click();
  await expect(page).toHaveURL("/sip/batch");
  await done(page, 20);
  await scan();
  expect(await created(office)).toEqual(
    NAMES.map((name, index) => ({
      name,
      number: free[index],
      sip_timeout: 30,
      sequence_rule: "single",
    })),
  );
  await page.getByRole("link", { name: "Undo all…" }).click();
  const question = page.getByRole("dialog", { name: "Undo all of these changes?" });
  await question.getByRole("checkbox", { name: /Delete the 20 accounts/ }).check();
  await question.getByRole("button", { name: "Undo all" }).click();
  await expect(page).toHaveURL("/sip/batch");
  await done(page, 20);
  expect(await office.requests("DELETE /sip/{id}")).toHaveLength(20);
  await page.getByRole("button", { name: "Done", exact: true }).click();
  await expect(page.getByText("24 accounts", { exact: true })).toBeVisible();
});

test("six accounts get one caller ID, and get their own ones back from the journal", async ({
  page,
  office,
  scan,
}) => {
  await page.goto("/sip");
  await tick(page, "200 Ресепшен").check();
  await tick(page, "205 Переговорная «Байкал»").click({ modifiers: ["Shift"] });
  await expect(page.getByText("6 accounts selected")).toBeVisible();
  await scan();
  await page.getByRole("link", { name: "Change…" }).click();
  await page.getByRole("combobox", { name: "Caller ID" }).click();
  await page.getByRole("option").nth(1).click();
  // While it is still being enabled, its colours are between two states.
  await expect(page.getByRole("button", { name: "Change 6 accounts" })).toBeEnabled();
  await scan();
  await page.getByRole("button", { name: "Change 6 accounts" }).click();
  await done(page, 6);
  const sent = await office.requests("PATCH /sip/{id}");
  // Two are under way at the same time.
  const byPath = new Map(sent.map(({ path, body }) => [path, body]));
  expect(byPath).toEqual(
    new Map([25, 26, 27, 28, 29, 30].map((id) => [`/api/v1/sip/${id}`, { aon: 16 }])),
  );

  await page.goto("/journal");
  await expect(page.getByRole("button", { name: /^6 changes at once/ })).toBeVisible();
  await page.getByRole("button", { name: "Undo all" }).click();
  const question = page.getByRole("dialog", { name: "Undo all of these changes?" });
  await expect(question).toContainText("5 changes are undone");
  // Where there was none before, the provider does not take it off again.
  await expect(question).toContainText("1 stays");
  await question.getByRole("button", { name: "Undo all" }).click();
  await done(page, 5);
  const back = (await office.requests("PATCH /sip/{id}")).slice(6);
  expect(back).toHaveLength(5);
});

test("what was stopped survives a reload, and goes on where it was", async ({ page, office }) => {
  const free = await freeExtensions(page, 20);
  await page.goto("/sip/import");
  await page.getByLabel("Or paste the list").fill(NAMES.join("\n"));
  await expect(rows(page)).toHaveCount(20);
  await office.faults({ operation: "PUT /sip", fault: "latency:300" });
  await page.getByRole("button", { name: "Create 20 accounts" }).click();
  await expect(page.getByText(/^[2-9] of 20 done/)).toBeVisible();
  await page.getByRole("button", { name: "Stop" }).click();
  await expect(page.getByRole("button", { name: /^Continue with/ })).toBeVisible();
  await office.faults();
  await page.goto("/sip");
  await expect(
    page.getByText(/Changes sent together: \d+ of 20 done · \d+ not sent/),
  ).toBeVisible();
  await page.getByRole("link", { name: "Show" }).click();
  await expect(page).toHaveURL("/sip/batch");
  await page.reload();
  await page.getByRole("button", { name: /^Continue with/ }).click();
  await done(page, 20);
  expect((await created(office)).map(({ number }) => number)).toEqual(free);
});

test("on a phone accounts are ticked and changed, without sideways scrolling", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/sip");
  await tick(page, "201 Бухгалтерия").check();
  await page.getByRole("button", { name: "All 24" }).click();
  await expect(page.getByText("24 accounts selected")).toBeVisible();
  await page.getByRole("button", { name: "Clear" }).click();
  await tick(page, "201 Бухгалтерия").check();
  await page.getByRole("link", { name: "Change…" }).click();
  await page.getByLabel("Name by a pattern").fill("Счёт {n}");
  await expect(page.getByRole("row").filter({ hasText: "→ Счёт 1" })).toBeVisible();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
  await page.getByRole("button", { name: "Change 1 account" }).click();
  await done(page, 1);
});

keyboardTest("accounts are ticked and given names by keyboard", async ({ page }) => {
  await page.goto("/sip");
  await expect(heading(page)).toBeVisible();
  await tabTo(page, tick(page, "200 Ресепшен"));
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(tick(page, "202 Отдел продаж")).toBeFocused();
  await expectVisibleFocus(page);
  await page.keyboard.press("Shift+Space");
  await expect(page.getByText("3 accounts selected")).toBeVisible();
  await press(page, page.getByRole("link", { name: "Change…" }));
  await expect(heading(page)).toHaveText("Change 3 accounts");
  await tabTo(page, page.getByLabel("Name by a pattern"));
  await page.keyboard.type("Стойка {n}");
  await press(page, page.getByRole("button", { name: "Change 3 accounts" }));
  await done(page, 3);
  await press(page, page.getByRole("button", { name: "Done", exact: true }));
  await expect(page.getByRole("link", { name: "Стойка 3" })).toBeVisible();
});

keyboardTest("accounts are created from a list by keyboard", async ({ page }) => {
  await page.goto("/sip/import");
  await tabTo(page, page.getByLabel("Or paste the list"));
  await page.keyboard.type("Анна Орлова");
  await expect(rows(page)).toHaveCount(1);
  await press(page, page.getByRole("button", { name: "Create 1 account" }));
  await done(page, 1);
});
