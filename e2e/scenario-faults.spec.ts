import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { startAnew } from "./lib/anew.ts";
import { ALL_FAULTS_MS, expectAlive, expectToldOnce, KINDS_OF_FAULT } from "./lib/faults.ts";
import {
  addNumber,
  choice,
  drawing,
  expectRows,
  form,
  giveAll,
  nameField,
  number,
  openEdit,
  openNew,
  press,
} from "./lib/scenarioForm.ts";
import {
  ACCOUNT,
  activate,
  bodies,
  cards,
  CREATE,
  expectActive,
  FORWARD,
  LIST,
  REPLACE,
  section,
} from "./lib/scenarios.ts";
import { heading, toast } from "./lib/screen.ts";

/** More than the app waits for an answer. */
const PATIENCE_S = 16;

test.beforeEach(({ watched }) => watched.expectFailedRequests());

/** The rest of the account's page works: its password is read and shown. */
async function expectUsable(page: Page): Promise<void> {
  await expect(heading(page)).toHaveText("200 Ресепшен");
  await page.getByRole("button", { name: "Show the password" }).click();
  await expect(page.getByRole("button", { name: "Hide the password" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Add a scenario" })).toBeVisible();
}

test("any fault instead of the scenarios leaves the page usable, and recovers", async ({
  page,
  office,
}) => {
  test.setTimeout(ALL_FAULTS_MS);
  for (const { fault, read } of KINDS_OF_FAULT) {
    await test.step(fault, async () => {
      await office.faults({ operation: LIST, fault, retryAfter: 1 });
      await page.goto(ACCOUNT);
      await expectToldOnce(page, read);
      await expectUsable(page);
      await office.faults();
      await section(page).getByRole("button", { name: "Try again" }).click();
      await expect(cards(page)).toHaveCount(3);
      await expect(page.getByRole("alert")).toHaveCount(0);
      await expect(section(page).getByRole("heading", { name: "Scenarios" })).toBeFocused();
    });
  }
});

test("a provider that hangs keeps their place, and is asked again", async ({
  page,
  office,
  clock,
}) => {
  await office.faults({ operation: LIST, fault: "hang", times: 1 });
  await page.goto(ACCOUNT);
  await expect(section(page).getByText("Loading the scenarios…")).toBeAttached();
  await expectUsable(page);
  await clock.rush(PATIENCE_S);
  await expect(cards(page)).toHaveCount(3);
});

test("a provider that asks to wait is asked no sooner", async ({ page, office }) => {
  await office.faults({ operation: LIST, fault: "status:429", retryAfter: 2 });
  await page.goto(ACCOUNT);
  await expect(section(page).getByText(/Too many requests at once/)).toBeVisible();
  await expect(page.getByRole("alert")).toContainText("The provider asks to wait 2 seconds.");
  const at = (await office.requests(LIST)).map((one) => Date.parse(one.at));
  expect(at).toHaveLength(3);
  for (const [index, time] of at.slice(1).entries()) {
    expect(time - (at[index] ?? time)).toBeGreaterThanOrEqual(2000);
  }
});

test("a passing failure is tried again and never an alert", async ({ page, office }) => {
  await office.faults({ operation: LIST, fault: "status:500", times: 2 });
  await page.goto(ACCOUNT);
  await expect(cards(page)).toHaveCount(3);
  await expect(page.getByRole("alert")).toHaveCount(0);
  expect(await office.requests(LIST)).toHaveLength(3);
});

test("scenarios that can't be refreshed stay, with their age, and recover", async ({
  page,
  office,
}) => {
  await page.goto(ACCOUNT);
  await expect(cards(page)).toHaveCount(3);
  await office.faults({ operation: LIST, fault: "status:403" });
  await activate(page, FORWARD).click();
  await expect(toast(page, "is active")).toBeVisible();
  const notice = section(page).getByText(/^Could not be refreshed: scenarios: The provider ref/);
  await expect(notice).toHaveText(/Shown is the data of \d+:\d\d/);
  await expectActive(page, FORWARD.name);
  await office.faults();
  await section(page).getByRole("button", { name: "Try again" }).click();
  await expect(notice).toHaveCount(0);
  await expectActive(page, FORWARD.name);
});

/** Fills a new scenario with something in every part. */
async function fillNew(page: Page): Promise<void> {
  await openNew(page);
  await nameField(page).fill("Обед");
  await addNumber(page, "89000000011");
  await addNumber(page, "89000000012");
  await choice(page, "Voicemail", "On").check();
}

async function expectKept(page: Page): Promise<void> {
  await expect(nameField(page)).toHaveValue("Обед");
  await expectRows(page, "+7 900 000-00-11 25", "+7 900 000-00-12 25");
  await expect(choice(page, "Voicemail", "On")).toBeChecked();
  await expect(drawing(page)).toContainText("Rings 80 s, then voicemail");
}

test("any fault to a new scenario keeps what was entered, and works later", async ({
  page,
  office,
}) => {
  test.setTimeout(ALL_FAULTS_MS);
  await fillNew(page);
  for (const [before, { fault, write }] of KINDS_OF_FAULT.entries()) {
    await test.step(fault, async () => {
      // A field is named only where there is one.
      await office.faults({ operation: CREATE, fault, fields: {} });
      await press(page, "Create scenario").click();
      await expectToldOnce(page, write);
      await expectKept(page);
      await expect(toast(page, /created/)).toHaveCount(0);
      expect(await office.requests(CREATE)).toHaveLength(before + 1);
    });
  }
  await office.faults();
  await press(page, "Create scenario").click();
  await expect(page).toHaveURL(ACCOUNT);
  await expect(cards(page)).toHaveCount(4);
  const [first, ...more] = await bodies(office, CREATE);
  expect(more).toEqual(KINDS_OF_FAULT.map(() => first));
});

test("422 for one number is told on its row alone", async ({ page, office }) => {
  await fillNew(page);
  const fields = { "phones.1.number": ["The phones.1.number has already been taken."] };
  await office.faults({ operation: CREATE, fault: "status:422", fields });
  await press(page, "Create scenario").click();
  await expect(number(page, 2)).toBeFocused();
  await expect(number(page, 2)).toHaveAccessibleDescription(/Already taken: choose another one/);
  await expect(page.getByRole("alert")).toHaveCount(0);
  await expectKept(page);
});

test("a save that hangs says that it is not known whether it was done", async ({
  page,
  office,
  clock,
}) => {
  await fillNew(page);
  await office.faults({ operation: CREATE, fault: "hang", after: true });
  await press(page, "Create scenario").click();
  await expect.poll(() => office.requests(CREATE)).toHaveLength(1);
  await clock.rush(PATIENCE_S);
  const alert = form(page).getByRole("alert");
  await expect(alert).toContainText("The provider did not answer in time");
  await expect(alert).toContainText("It is not known whether this was done");
  await expectAlive(page);
  await expectKept(page);
  expect(await office.requests(CREATE)).toHaveLength(1);
  // It was done: the page beneath shows it.
  await press(page, "Cancel").click();
  await page.getByRole("button", { name: "Leave without saving" }).click();
  await expect(cards(page)).toHaveCount(4);
});

test("nothing is replaced while a fault hides what a colleague did", async ({ page, office }) => {
  test.setTimeout(ALL_FAULTS_MS);
  const alert = form(page).getByRole("alert");
  await openEdit(page, FORWARD);
  await giveAll(page);
  for (const fault of ["status:500", "drop", "html"]) {
    await test.step(fault, async () => {
      const before = (await office.requests(LIST)).length;
      await office.faults({ operation: LIST, fault });
      await press(page, "Save").click();
      // What is told is this fault, not the one before.
      await expect.poll(async () => (await office.requests(LIST)).length).toBeGreaterThan(before);
      await expect(press(page, "Save")).toBeEnabled();
      await expect(alert).toContainText(
        "Nothing was saved: it could not be checked whether somebody else changed the scenario.",
      );
      await expectAlive(page);
      await expectRows(page, "+7 900 000-99-26 35", "+7 900 000-49-44 15");
      expect(await office.requests(REPLACE)).toEqual([]);
    });
  }
  await office.faults();
  await press(page, "Save").click();
  await expect(page).toHaveURL(ACCOUNT);
  expect(await office.requests(REPLACE)).toHaveLength(1);
});

test("any fault instead of the recordings: their id is taken by hand", async ({ page, office }) => {
  test.setTimeout(ALL_FAULTS_MS);
  const byHand = form(page).getByRole("textbox", { name: "Id of the recording" });
  for (const [fault, reason] of [
    ["status:403", "The provider refused access"],
    ["status:500", "The provider failed to answer"],
    ["html", "The provider's answer can't be understood"],
  ] as const) {
    await test.step(fault, async () => {
      await startAnew(page, office);
      await office.faults({ operation: "GET /media", fault });
      await fillNew(page);
      await choice(page, "Greeting", "Own recording").check();
      await expect(byHand).toHaveAccessibleDescription(new RegExp(`be read \\(${reason}\\)`));
      await byHand.fill("голос");
      await press(page, "Create scenario").click();
      await expect(byHand).toBeFocused();
      expect(await office.requests(CREATE)).toEqual([]);
      await byHand.fill("57");
      await press(page, "Create scenario").click();
      await expect(page).toHaveURL(ACCOUNT);
      expect(await bodies(office, CREATE)).toMatchObject([{ voicemail_media_id: 57 }]);
    });
  }
});
