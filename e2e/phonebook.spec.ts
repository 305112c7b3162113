import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { paths } from "#paths";
import { expect, test } from "./fixtures.ts";
import { keyboardTest } from "./keyboardFixture.ts";
import { press, tabTo } from "./lib/focus.ts";
import { heading, horizontalOverflow, rows, toast } from "./lib/screen.ts";

const main = (page: Page) => page.getByRole("main");
const button = (page: Page, name: string) => main(page).getByRole("button", { name, exact: true });
const groups = (page: Page) => main(page).getByRole("heading", { level: 2 });
const entries = (page: Page) => main(page).locator("section").getByRole("listitem");

/** The text of the file that an action saves, and its name. */
async function saved(
  page: Page,
  act: () => Promise<void>,
): Promise<{ name: string; text: string }> {
  const saving = page.waitForEvent("download");
  await act();
  const download = await saving;
  return {
    name: download.suggestedFilename(),
    text: await readFile(await download.path(), "utf8"),
  };
}

test("a filtered list is exported as it is shown, and its import changes nothing", async ({
  page,
  office,
}) => {
  await office.change("PATCH", "/sip/25", { name: `=1+1; "Рога" 🍕` });
  await page.goto("/sip?state=online&sort=-extension");
  await expect(rows(page).first()).toBeVisible();
  const shown = await rows(page).evaluateAll((all) =>
    all.map((row) => row.querySelector('[data-column="extension"]')?.textContent),
  );
  await button(page, "More").click();
  const { name, text } = await saved(page, () => button(page, "Download CSV").click());
  expect(name).toMatch(/^pult-accounts-\d{4}-\d\d-\d\d\.csv$/);
  await expect(toast(page, `${shown.length} accounts`)).toBeVisible();
  const [header, ...lines] = text.slice(1).trimEnd().split("\r\n");
  expect(header).toBe("ID,Extension,Name,Description,Caller ID,Status,Active scenario");
  expect(lines.map((line) => line.split(",")[1])).toEqual(shown);
  expect(text).toContain(`"'=1+1; ""Рога"" 🍕"`);
  expect(text).not.toMatch(/password/i);

  await button(page, "More").click();
  await main(page).getByRole("link", { name: "Create from a list…" }).click();
  const buffer = Buffer.from(text);
  await main(page)
    .getByLabel("Choose a file")
    .setInputFiles({ name: "accounts.csv", mimeType: "text/csv", buffer });
  await expect(rows(page)).not.toHaveCount(0);
  await expect(main(page).getByText("Already as in the list").first()).toBeVisible();
  await expect(main(page).getByRole("button", { name: /^(Change|Create)/ })).toBeDisabled();
});

keyboardTest(
  "the phone book is opened, put in order by department and saved for a phone, by keyboard alone",
  async ({ page, scan }) => {
    await page.goto(paths.sip());
    await expect(rows(page).first()).toBeVisible();
    await press(page, button(page, "More"));
    await press(page, main(page).getByRole("link", { name: "Phone book" }));
    await expect(page).toHaveURL(paths.sipPhoneBook());
    await expect(heading(page)).toBeFocused();
    await expect(entries(page)).toHaveCount(23);
    await expect(main(page).getByText("1 more is being created")).toBeVisible();
    await scan();
    const { name, text } = await saved(page, () =>
      press(page, button(page, "Download for Yealink")),
    );
    expect(name).toBe("pult-yealink.xml");
    const read = [...text.matchAll(/<Name>(.*)<\/Name>\s*<Telephone>(\d+)</g)];
    expect(read.map(([, person, extension]) => `${person}${extension}`)).toEqual(
      await entries(page).allTextContents(),
    );
    await tabTo(page, page.getByLabel("Order"));
    await page.keyboard.press("ArrowDown");
    await expect(page).toHaveURL(`${paths.sipPhoneBook()}?by=department`);
    await expect(groups(page).filter({ hasText: "not read" })).toHaveCount(0);
    await expect(groups(page).getByText("1 этаж", { exact: true })).toHaveCount(1);
    await scan();
  },
);

test("departments that can't be read are named, and read again", async ({
  page,
  office,
  monitor,
}) => {
  monitor.expectFailedRequests();
  await office.faults({ operation: "GET /sip/{id}", fault: "status:403" });
  await page.goto(`${paths.sipPhoneBook()}?by=department`);
  await expect(
    main(page).getByText(/departments of 23 accounts could not be read: .* and 18 more$/),
  ).toBeVisible();
  await expect(groups(page)).toHaveText(["Department not read"]);
  await expect(entries(page)).toHaveCount(23);
  await office.faults();
  await button(page, "Try again").click();
  await expect(groups(page).filter({ hasText: "not read" })).toHaveCount(0);
  await expect(entries(page)).toHaveCount(23);
});

test("the reading of departments is stopped and goes on", async ({ page, office }) => {
  await office.faults({ operation: "GET /sip/{id}", fault: "latency:400" });
  await page.goto(`${paths.sipPhoneBook()}?by=department`);
  await expect(page.getByRole("progressbar")).toBeVisible();
  await button(page, "Stop").click();
  await expect(main(page).getByText(/departments of \d+ accounts were not read/)).toBeVisible();
  await office.faults();
  await button(page, "Continue").click();
  await expect(groups(page).filter({ hasText: "not read" })).toHaveCount(0);
});

test("nothing is exported or saved while pages of the list are missing", async ({
  page,
  office,
}) => {
  await office.reset({ accounts: 300 });
  await office.faults(
    { operation: "GET /sip", fault: "latency:0", times: 1 },
    { operation: "GET /sip", fault: "hang" },
  );
  await page.goto(paths.sip());
  await expect(page.getByRole("progressbar")).toBeVisible();
  await button(page, "More").click();
  await button(page, "Download CSV").click();
  await expect(toast(page, "Accounts are still loading")).toBeVisible();
  await button(page, "More").click();
  await main(page).getByRole("link", { name: "Phone book" }).click();
  await expect(button(page, "Download for Snom")).toBeDisabled();
});

test.describe("in Russian, on a phone", () => {
  test.use({ locale: "ru-RU", viewport: { width: 360, height: 800 } });

  test("the menu and the phone book fit, with a long name and signs", async ({
    page,
    office,
    scan,
  }) => {
    await office.change("PATCH", "/sip/25", { name: `<b>&${"Я".repeat(190)}` });
    await page.goto(paths.sip());
    await expect(rows(page).first()).toBeVisible();
    await button(page, "Ещё").click();
    const link = main(page).getByRole("link", { name: "Телефонная книга" });
    await expect(link).toBeInViewport({ ratio: 1 });
    await scan();
    await link.click();
    await expect(entries(page)).toHaveCount(23);
    expect(await horizontalOverflow(page)).toBe(0);
    await main(page).getByText("Файлы для телефонов").click();
    const { name, text } = await saved(page, () =>
      button(page, "Скачать для адресной книги").click(),
    );
    expect(name).toBe("pult-phone-book.vcf");
    expect(text.replaceAll("\r\n ", "")).toContain(`FN:<b>&${"Я".repeat(190)}\r\n`);
    await scan();
  });
});
