import type { Page } from "@playwright/test";
import type { RememberedScenario } from "#api/remembered.ts";
import { expect, test } from "./fixtures.ts";
import {
  button,
  choice,
  expectRows,
  fillMissingFields,
  form,
  nameField,
  numberField,
  openEdit,
  timeline,
} from "./lib/scenarioForm.ts";
import { ACCOUNT, card, FORWARD, REPLACE, requestBodies } from "./lib/scenarios.ts";

const REMEMBERED = "**/api/pult/remembered/sip/*";
const MISSING_HINT = "The provider does not return this: enter it again";
const missingHints = (page: Page) => form(page).getByText(MISSING_HINT);
const marks = (page: Page) => form(page).getByText(/^As saved today at /);
const save = (page: Page) => button(page, "Save").click();

test.beforeEach(async ({ page }) => {
  await openEdit(page, FORWARD);
  await fillMissingFields(page);
  await save(page);
  await expect(page).toHaveURL(ACCOUNT);
});

test("a scenario that was saved from here opens filled in, and is drawn whole", async ({
  page,
  office,
  scan,
}) => {
  await expect(card(page, FORWARD.name)).toContainText(/Set from Pult today at /);
  await expect(card(page, FORWARD.name)).toContainText("+7 900 000-99-26: from second 20 to 55");
  await openEdit(page, FORWARD);
  await expectRows(page, "+7 900 000-99-26 35", "+7 900 000-49-44 15");
  await expect(choice(page, "Order of ringing", "One after another")).toBeChecked();
  await expect(choice(page, "Voicemail", "Off")).toBeChecked();
  await expect(marks(page)).toHaveCount(4);
  await expect(missingHints(page)).toHaveCount(0);
  await expect(timeline(page)).toContainText("Rings 70 s, no voicemail");
  await scan();
  await nameField(page).fill("Днём");
  await save(page);
  await expect(page).toHaveURL(ACCOUNT);
  const [first, second] = await requestBodies(office, REPLACE);
  expect(second).toEqual({ ...(first as object), name: "Днём" });
});

test("a scenario that was changed elsewhere is asked for, what was saved a click away", async ({
  page,
  scan,
}) => {
  // The sandbox is reached through Pult alone, which notices each change: it remembers an old name.
  await page.route(REMEMBERED, async (route) => {
    const response = await route.fetch();
    const { items } = (await response.json()) as { items: RememberedScenario[] };
    for (const { values } of items) values.name = "Раньше";
    await route.fulfill({ response, json: { items } });
  });
  await openEdit(page, FORWARD);
  await expectRows(page, "35", "15");
  await expect(missingHints(page)).toHaveCount(4);
  await expect(form(page)).toContainText("it was changed elsewhere since then");
  await scan();
  await button(page, "Use “One after another”").click();
  await expect(choice(page, "Order of ringing", "One after another")).toBeChecked();
  const offer = form(page).getByRole("group", { name: "Number 1" });
  await offer.getByRole("button", { name: /^Use .*99.26/ }).click();
  await expect(numberField(page, 1)).toBeFocused();
  await expectRows(page, "+7 900 000-99-26 35", "15");
  await button(page, "Use “Off”").click();
  await expect(form(page).getByText("1 of 4 not given yet")).toBeVisible();
});

test("a scenario's form works while what Pult remembers can't be read", async ({
  page,
  monitor,
}) => {
  monitor.expectFailedRequests();
  await page.route(REMEMBERED, (route) => route.fulfill({ status: 503, json: {} }));
  await openEdit(page, FORWARD);
  await expect(missingHints(page)).toHaveCount(4);
  await expect(form(page)).toContainText("What Pult remembers of it can’t be read right now.");
  await fillMissingFields(page);
  await nameField(page).fill("Днём");
  await save(page);
  await expect(page).toHaveURL(ACCOUNT);
});
