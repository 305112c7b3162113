import { expect, test } from "./fixtures.ts";
import { resetPage } from "./lib/resetPage.ts";
import { heading, delayScripts, rows, searchBox, shownCount } from "./lib/screen.ts";

const FIRST_LANGUAGES = [
  ["ru-RU", "ru", "SIP-аккаунты"],
  ["en-US", "en", "SIP accounts"],
  ["de-DE", "en", "SIP accounts"],
] as const;

for (const [locale, lang, title] of FIRST_LANGUAGES) {
  test.describe(`a browser with the locale ${locale}`, () => {
    test.use({ locale });

    test(`shows the language ${lang} first`, async ({ page }) => {
      await page.goto("/sip");
      await expect(heading(page)).toHaveText(title);
      await expect(page.locator("html")).toHaveAttribute("lang", lang);
    });
  });
}

test("switching the language keeps the search text and is remembered", async ({ page }) => {
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

  test("the count of accounts uses the right plural form", async ({ page, office }) => {
    for (const [accounts, text] of PLURALS) {
      await test.step(text, async () => {
        await resetPage(page, office);
        await office.reset({ accounts });
        await page.goto("/sip");
        await expect(shownCount(page)).toHaveText(text);
      });
    }
  });

  test("a number and its unit are not broken across lines", async ({ page }) => {
    await page.goto("/sip");
    const scenario = rows(page).first().getByRole("cell").last();
    await expect(scenario).toHaveText(/20\u00a0с$/, { useInnerText: true });
  });
});

const DARK = "rgb(14, 21, 27)";
const LIGHT = "rgb(245, 247, 249)";

test("colours follow the system until switched, without a flash on reload", async ({ page }) => {
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

  const release = await delayScripts(page);
  await page.reload({ waitUntil: "commit" });
  await expect(page.getByText("Pult", { exact: true })).toBeVisible();
  await expect(body).toHaveCSS("background-color", DARK);
  await release();
  await page.getByRole("button", { name: "Colours: dark. Switch to: as in the system" }).click();
  await expect(body).toHaveCSS("background-color", LIGHT);
});

test("the light scheme applies in a dark system, even before any script", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/sip");
  await page.getByRole("button", { name: "Colours: as in the system. Switch to: light" }).click();
  const release = await delayScripts(page);
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
