import { expect, test } from "./fixtures.ts";
import { resetPage } from "./lib/resetPage.ts";
import { heading, holdScripts, rows, searchBox, shownCount } from "./lib/screen.ts";

const FIRST_SIGHT = [
  ["ru-RU", "ru", "SIP-аккаунты"],
  ["en-US", "en", "SIP accounts"],
  ["de-DE", "en", "SIP accounts"],
] as const;

for (const [locale, lang, title] of FIRST_SIGHT) {
  test.describe(`a browser that speaks ${locale}`, () => {
    test.use({ locale });

    test(`sees ${lang} first`, async ({ page }) => {
      await page.goto("/sip");
      await expect(heading(page)).toHaveText(title);
      await expect(page.locator("html")).toHaveAttribute("lang", lang);
    });
  });
}

test("the language is switched, keeps what was typed, and is remembered", async ({ page }) => {
  await page.goto("/sip");
  await searchBox(page).fill("Фёдоров");
  await expect(shownCount(page)).toHaveText("2 of 24 accounts");
  await page.getByRole("button", { name: "По-русски" }).click();
  await expect(heading(page)).toHaveText("SIP-аккаунты");
  await expect(shownCount(page)).toHaveText("2 из 24 аккаунтов");
  await expect(searchBox(page)).toHaveValue("Фёдоров");
  await expect(page).toHaveTitle("SIP-аккаунты · Pult");
  await page.reload();
  await expect(heading(page)).toHaveText("SIP-аккаунты");
  await expect(page.locator("html")).toHaveAttribute("lang", "ru");
  await page.getByRole("button", { name: "In English" }).click();
  await expect(shownCount(page)).toHaveText("2 of 24 accounts");
});

const PLURALS = [
  [1, "1 аккаунт"],
  [2, "2 аккаунта"],
  [5, "5 аккаунтов"],
  [21, "21 аккаунт"],
] as const;

test.describe("in Russian", () => {
  test.use({ locale: "ru-RU" });

  test("accounts are counted in words that fit the number", async ({ page, office }) => {
    for (const [accounts, words] of PLURALS) {
      await test.step(words, async () => {
        await resetPage(page, office);
        await office.reset({ accounts });
        await page.goto("/sip");
        await expect(shownCount(page)).toHaveText(words);
      });
    }
  });

  test("seconds stand on the line of their number", async ({ page }) => {
    await page.goto("/sip");
    const scenario = rows(page).first().getByRole("cell").last();
    await expect(scenario).toHaveText(/20\u00a0с$/, { useInnerText: true });
  });
});

const DARK = "rgb(14, 21, 27)";
const LIGHT = "rgb(245, 247, 249)";

test("colours are as in the system, then as one likes, without a flash", async ({ page }) => {
  const body = page.locator("body");
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/sip");
  await expect(rows(page).first()).toBeVisible();
  await expect(body).toHaveCSS("background-color", DARK);
  await page.emulateMedia({ colorScheme: "light" });
  await expect(body).toHaveCSS("background-color", LIGHT);
  await page.getByRole("button", { name: "Colours: as in the system. Switch to: light" }).click();
  await page.getByRole("button", { name: "Colours: light. Switch to: dark" }).click();
  await expect(body).toHaveCSS("background-color", DARK);

  const release = await holdScripts(page);
  await page.reload({ waitUntil: "commit" });
  await expect(page.getByText("Pult", { exact: true })).toBeVisible();
  await expect(body).toHaveCSS("background-color", DARK);
  await release();
  await page.getByRole("button", { name: "Colours: dark. Switch to: as in the system" }).click();
  await expect(body).toHaveCSS("background-color", LIGHT);
});

test("light is light in a dark system, before any script too", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/sip");
  await page.getByRole("button", { name: "Colours: as in the system. Switch to: light" }).click();
  const release = await holdScripts(page);
  await page.reload({ waitUntil: "commit" });
  await expect(page.getByText("Pult", { exact: true })).toBeVisible();
  await expect(page.locator("body")).toHaveCSS("background-color", LIGHT);
  await release();
  await expect(rows(page).first()).toBeVisible();
  await expect(page.locator("body")).toHaveCSS("background-color", LIGHT);
});

test("compact rows are remembered", async ({ page }) => {
  await page.goto("/sip");
  const height = async () => (await rows(page).first().boundingBox())?.height;
  await expect.poll(height).toBe(44);
  await page.getByRole("button", { name: "Compact rows" }).click();
  await expect.poll(height).toBe(36);
  await page.reload();
  await expect.poll(height).toBe(36);
  await expect(page.getByRole("button", { name: "Compact rows", pressed: true })).toBeVisible();
});
