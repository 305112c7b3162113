import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { ALL_FAULTS_MS, expectAlive, expectToldOnce, FAULTS } from "./lib/faults.ts";
import { heading, panel, shownCount, toast } from "./lib/screen.ts";

/** What is written, how one gets there, and what is seen once it worked. */
interface Write {
  title: string;
  operation: "PUT /sip" | "PATCH /sip/{id}" | "DELETE /sip/{id}";
  /** Up to the last click. */
  prepare: (page: Page) => Promise<void>;
  submit: string;
  /** What was entered is still there. */
  expectIntact: (page: Page) => Promise<void>;
  expectDone: (page: Page) => Promise<void>;
}

const nameField = (page: Page) => panel(page).getByLabel("Name");

const WRITES: readonly Write[] = [
  {
    title: "creating",
    operation: "PUT /sip",
    prepare: async (page) => {
      await page.goto("/sip/new");
      await expect(page.getByRole("textbox", { name: "Extension" })).toHaveValue("208");
      await nameField(page).fill("Курьер");
      await page.getByLabel("Forward to a number").fill("79000001234");
    },
    submit: "Create account",
    expectIntact: async (page) => {
      await expect(nameField(page)).toHaveValue("Курьер");
      await expect(page.getByRole("textbox", { name: "Extension" })).toHaveValue("208");
      await expect(page.getByLabel("Forward to a number")).toHaveValue(/900.*12-34/);
    },
    expectDone: (page) => expect(heading(page)).toHaveText("208 Курьер"),
  },
  {
    title: "editing",
    operation: "PATCH /sip/{id}",
    prepare: async (page) => {
      await page.goto("/sip/25/edit");
      await nameField(page).fill("Стойка");
      await page.getByLabel("New password").fill("Abcdef-2345-xyz");
    },
    submit: "Save",
    expectIntact: async (page) => {
      await expect(nameField(page)).toHaveValue("Стойка");
      await expect(page.getByLabel("New password")).toHaveValue("Abcdef-2345-xyz");
    },
    expectDone: (page) => expect(heading(page)).toHaveText("200 Стойка"),
  },
  {
    title: "deleting",
    operation: "DELETE /sip/{id}",
    prepare: async (page) => {
      await page.goto("/sip/25");
      await page.getByRole("button", { name: "Delete", exact: true }).click();
      await page.getByLabel("I understand that this can't be undone").check();
    },
    submit: "Delete 200",
    expectIntact: (page) => expect(page.getByRole("checkbox")).toBeChecked(),
    expectDone: (page) => expect(shownCount(page)).toHaveText("23 accounts"),
  },
];

const submit = (page: Page, { submit: name }: Write) =>
  page.getByRole("dialog").getByRole("button", { name }).click();

test.beforeEach(({ watched }) => watched.expectFailedRequests());

for (const write of WRITES) {
  test.describe(write.title, () => {
    test("any fault: keeps what was entered, says so once, and works later", async ({
      page,
      office,
    }) => {
      test.setTimeout(ALL_FAULTS_MS);
      await write.prepare(page);
      for (const [before, { fault, write: words, quote }] of FAULTS.entries()) {
        await test.step(fault, async () => {
          // A field is named only where there is one.
          await office.faults({ operation: write.operation, fault, fields: {} });
          await submit(page, write);
          const alert = await expectToldOnce(page, words);
          if (quote !== undefined) await expect(alert).toContainText(quote);
          await expect(page.getByRole("dialog")).toHaveCount(1);
          await expect(toast(page, /Saved|created|deleted/)).toHaveCount(0);
          await write.expectIntact(page);
          expect(await office.requests(write.operation)).toHaveLength(before + 1);
        });
      }
      await office.faults();
      await submit(page, write);
      await write.expectDone(page);
      await expect(page.getByRole("alert")).toHaveCount(0);
      expect(await office.requests(write.operation)).toHaveLength(FAULTS.length + 1);
    });

    test("latency: waits, and a second press sends nothing", async ({ page, office }) => {
      await write.prepare(page);
      await office.faults({ operation: write.operation, fault: "latency:1200" });
      const button = page.getByRole("dialog").getByRole("button", { name: write.submit });
      await submit(page, write);
      await expect(button).toBeDisabled();
      await button.dispatchEvent("click");
      await page.keyboard.press("Enter");
      await write.expectDone(page);
      expect(await office.requests(write.operation)).toHaveLength(1);
    });
  });
}

for (const write of WRITES.filter(({ title }) => title !== "deleting")) {
  test(`${write.title}, 422: what concerns a field is told on it alone`, async ({
    page,
    office,
  }) => {
    await write.prepare(page);
    await office.faults({ operation: write.operation, fault: "status:422" });
    await submit(page, write);
    await expect(nameField(page)).toHaveAccessibleDescription(/The provider says: “The name is/);
    await expect(nameField(page)).toBeFocused();
    await expect(page.getByRole("alert")).toHaveCount(0);
    await write.expectIntact(page);
    await office.faults();
    await submit(page, write);
    await write.expectDone(page);
    expect(await office.requests(write.operation)).toHaveLength(2);
  });
}

test("hanging: says that it is not known whether it was done", async ({ page, office, clock }) => {
  const [create] = WRITES;
  if (create === undefined) return;
  await create.prepare(page);
  await office.faults({ operation: "PUT /sip", fault: "hang", after: true });
  await submit(page, create);
  await expect.poll(() => office.requests("PUT /sip")).toHaveLength(1);
  // More than the app waits for an answer.
  await clock.rush(16);
  const alert = page.getByRole("alert");
  await expect(alert).toContainText("The provider did not answer in time");
  await expect(alert).toContainText("It is not known whether this was done");
  await expectAlive(page);
  await create.expectIntact(page);
  expect(await office.requests("PUT /sip")).toHaveLength(1);
});

test("an account that was deleted meanwhile says so when it is saved", async ({ page, office }) => {
  await page.goto("/sip/25/edit");
  await nameField(page).fill("Стойка");
  await office.change("DELETE", "/sip/25");
  await page.getByRole("button", { name: "Save" }).click();
  await expectToldOnce(page, "The provider does not know this any more");
  await expect(nameField(page)).toHaveValue("Стойка");
});
