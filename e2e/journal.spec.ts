import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { paths } from "#paths";
import { expect, test } from "./fixtures.ts";
import { keyboardTest } from "./keyboardFixture.ts";
import { expectVisibleFocus, tabTo } from "./lib/focus.ts";

const entries = (page: Page) => page.getByRole("main").getByRole("listitem");

keyboardTest(
  "a change is found in the journal, and its account opened, by keyboard alone",
  async ({ page, office, scan, monitor }) => {
    monitor.expectFailedRequests();
    await office.change("PATCH", "/voicemail", { send: false, email: "" });
    await office.change("PATCH", "/sip/25", { name: "Front desk" });
    await office.faults({ operation: "PATCH /sip/{id}", fault: "status:500:no-access" });
    await page.goto("/sip/25/edit");
    await tabTo(page, page.getByLabel("Description"));
    await page.keyboard.type("Hall");
    await tabTo(page, page.getByRole("button", { name: "Save" }));
    await page.keyboard.press("Enter");
    await expect(page.getByText(/No access/)).toBeVisible();

    await page.goto(paths.journal());
    await expect(entries(page)).toHaveCount(3);
    await expect(entries(page).nth(0)).toContainText("Not done: “No access”");
    await expect(entries(page).nth(1)).toContainText("from Ресепшен → to Front desk");
    await scan();
    await tabTo(page, page.getByRole("searchbox"));
    await page.keyboard.type("front desk");
    await expect(entries(page)).toHaveCount(2);
    await tabTo(page, page.getByLabel("Outcome"));
    await page.keyboard.press("ArrowDown");
    await expect(page).toHaveURL(/outcome=done/);
    await expect(entries(page)).toHaveCount(1);
    await tabTo(page, entries(page).getByRole("link"));
    await expectVisibleFocus(page);
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(paths.sipAccount(25));
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Front desk");
  },
);

test("the journal is read page by page", async ({ page, office }) => {
  for (let count = 0; count < 52; count++) {
    // oxlint-disable-next-line no-await-in-loop -- in this order
    await office.change("PATCH", "/sip/25", { role: `Floor ${count}` });
  }
  await page.goto(paths.journal());
  await expect(entries(page)).toHaveCount(50);
  await expect(entries(page).first()).toContainText("Floor 51");
  await page.getByRole("button", { name: "Show earlier changes" }).click();
  await expect(entries(page)).toHaveCount(52);
  await expect(entries(page).last()).toContainText("Floor 0");
  await expect(page.getByText("52 changes shown")).toBeVisible();
});

keyboardTest(
  "a change is undone from the journal by keyboard alone, also over another change",
  async ({ page, office, scan }) => {
    await office.change("PATCH", "/sip/25", { name: "Front desk" });
    await page.goto(paths.journal());
    await tabTo(page, page.getByRole("button", { name: "Undo: Changed the account 200 Ресепшен" }));
    await expectVisibleFocus(page);
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog");
    await expect(dialog).toContainText("from Front desk → to Ресепшен");
    await scan();
    // A colleague is faster.
    await office.change("PATCH", "/sip/25", { name: "Hall" });
    await tabTo(page, dialog.getByRole("button", { name: "Undo" }));
    await page.keyboard.press("Enter");
    await expect(dialog.getByRole("alert")).toContainText("Somebody has changed this since");
    await expect(dialog.getByRole("region", { name: "Name" })).toContainText("Front desk");
    await scan();
    await tabTo(page, dialog.getByRole("button", { name: "Undo anyway" }));
    await page.keyboard.press("Enter");
    await expect(page.getByText("Undone: it is as it was before the change")).toBeVisible();
    await expect(entries(page)).toHaveCount(3);
    await expect(entries(page).nth(0)).toContainText("Undoes an earlier change.");
    await expect(entries(page).nth(0)).toContainText("from Hall → to Ресепшен");
    await expect(entries(page).nth(2)).toContainText("Undone.");
    await page.goto(paths.sipAccount(25));
    await expect(page.getByRole("heading", { level: 1 })).toContainText("Ресепшен");
  },
);

test("the journal is filtered by days, and saved as a file", async ({ page, office }) => {
  await office.change("PATCH", "/sip/25", { name: "=1+1" });
  await page.goto(paths.journal());
  await expect(entries(page)).toHaveCount(1);
  await page.getByRole("button", { name: "Download" }).click();
  const dialog = page.getByRole("dialog");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    dialog.getByRole("button", { name: "Download" }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^pult-journal-[\d-]+\.csv$/);
  const text = await readFile(await download.path(), "utf8");
  expect(text).toContain("Changed the account,SIP accounts,25,200,Ресепшен,Name: Ресепшен → =1+1");
  await expect(page.getByText("Downloaded: 1 change")).toBeVisible();

  await page.getByLabel("To", { exact: true }).fill("2020-01-01");
  await expect(page).toHaveURL(/to=2020-01-01/);
  await expect(page.getByRole("heading", { name: "No change matches" })).toBeVisible();
  await page.getByRole("button", { name: "Clear the filters" }).click();
  await expect(entries(page)).toHaveCount(1);
});

test("a change is undone from the toast after it, unless somebody has changed it since", async ({
  page,
  office,
}) => {
  await page.goto("/sip/25/edit");
  const save = async (name: string) => {
    await page.getByLabel("Description").fill(name);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("dialog")).toHaveCount(0);
  };
  const toast = page.getByRole("status").filter({ hasText: "Saved" });
  const fact = page.getByRole("definition").filter({ hasText: /^(Hall|Roof)/ });
  await save("Hall");
  await expect(fact).toBeVisible();
  await toast.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText("Undone: it is as it was before the change")).toBeVisible();
  await expect(fact).toHaveCount(0);

  await page.getByRole("link", { name: "Edit" }).first().click();
  await save("Hall");
  await office.change("PATCH", "/sip/25", { role: "Roof" });
  await toast.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Show", exact: true }).click();
  await expect(page).toHaveURL(/journal\?undo=/);
  await expect(page.getByRole("dialog").getByRole("region")).toContainText("Roof");
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page).toHaveURL(/journal$/);
});

test("an account's last changes are on its page, and lead to the journal", async ({
  page,
  office,
}) => {
  for (const name of ["A", "B", "C", "D", "E", "F"]) {
    // oxlint-disable-next-line no-await-in-loop -- in this order
    await office.change("PATCH", "/sip/25", { name });
  }
  await office.change("PATCH", "/sip/26", { name: "Other" });
  await page.goto("/sip/25");
  const changes = page.getByRole("region", { name: "Changes" });
  await expect(page.getByRole("heading", { level: 1 })).toContainText("200");
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await expect(changes.getByRole("listitem")).toHaveCount(5);
  await changes.getByRole("link", { name: "All in the journal" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Journal");
  await expect(entries(page)).toHaveCount(6);
  await page.getByRole("button", { name: /^Only 200/ }).click();
  await expect(entries(page)).toHaveCount(7);
});
