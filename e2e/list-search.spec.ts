import { expect, test } from "./fixtures.ts";
import { expectExtensions, heading, searchBox, shownCount } from "./lib/screen.ts";

test.beforeEach(async ({ page }) => {
  await page.goto("/sip");
  await expect(shownCount(page)).toHaveText("24 accounts");
});

test("a caller ID is found as people write it", async ({ page }) => {
  await searchBox(page).fill("8 (999) 333-22");
  await expectExtensions(page, 205, 222);
  await expect(shownCount(page)).toHaveText("2 of 24 accounts");
  await expect(page).toHaveURL(`/sip?${new URLSearchParams({ q: "8 (999) 333-22" })}`);
});

test("the URL of a filtered and sorted list opens the same view elsewhere", async ({
  page,
  browser,
}) => {
  await page.getByRole("button", { name: /^No caller ID/ }).click();
  await page.getByRole("button", { name: "Name", exact: true }).click();
  await searchBox(page).fill("ов");
  await expectExtensions(page, 218, 232, 207, 223);
  await expect(page).toHaveURL(/q=/);
  const link = page.url();
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(link);
  await expectExtensions(other, 218, 232, 207, 223);
  await expect(searchBox(other)).toHaveValue("ов");
  await expect(other.getByRole("button", { name: /^No caller ID/, pressed: true })).toBeVisible();
  await expect(other.getByRole("columnheader", { name: "Name" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  await context.close();
});

test("filters and sorting are in the URL, and Back undoes them one by one", async ({ page }) => {
  const all = page.getByRole("button", { name: /^All/ });
  await page.getByRole("button", { name: /^Offline/ }).click();
  await expectExtensions(page, 203, 232);
  await expect(page).toHaveURL("/sip?state=offline");
  await expect(all).toHaveAttribute("aria-pressed", "false");

  const byExtension = page.getByRole("button", { name: "Extension", exact: true });
  await byExtension.click();
  await expectExtensions(page, 232, 203);
  await expect(page).toHaveURL("/sip?state=offline&sort=-extension");
  await page.getByRole("button", { name: "Name", exact: true }).click();
  await expectExtensions(page, 203, 232);
  await expect(page).toHaveURL("/sip?state=offline&sort=name");

  await page.goBack();
  await expectExtensions(page, 232, 203);
  await page.goBack();
  await expectExtensions(page, 203, 232);
  await page.goBack();
  await expect(shownCount(page)).toHaveText("24 accounts");
  await expect(all).toHaveAttribute("aria-pressed", "true");
  await page.goForward();
  await expectExtensions(page, 203, 232);
});

test("the search box never reverts typed text, not even briefly", async ({ page }) => {
  const shown = await searchBox(page).evaluateHandle((box: HTMLInputElement) => {
    const values: string[] = [];
    const note = () => values.push(box.value);
    new MutationObserver(note).observe(box, { attributes: true, attributeFilter: ["value"] });
    return values;
  });
  await searchBox(page).fill("2");
  await expect(page).toHaveURL("/sip?q=2");
  await searchBox(page).fill("20");
  await expect(page).toHaveURL("/sip?q=20");
  await searchBox(page).fill("205");
  await expect(page).toHaveURL("/sip?q=205");
  await expectExtensions(page, 205);
  const values = await shown.jsonValue();
  expect(values).toEqual(values.toSorted());
});

test("the search is cleared by its button and by Escape", async ({ page }) => {
  await searchBox(page).fill("205");
  await expectExtensions(page, 205);
  await page.getByRole("button", { name: "Clear the search" }).click();
  await expect(shownCount(page)).toHaveText("24 accounts");
  await expect(searchBox(page)).toBeFocused();
  await page.keyboard.type("205");
  await expectExtensions(page, 205);
  await page.keyboard.press("Escape");
  await expect(searchBox(page)).toHaveValue("");
  await expect(page).toHaveURL("/sip");
});

test("a new page has the focus as soon as it is rendered", async ({ page }) => {
  const isFocused = page.evaluate(
    () =>
      new Promise((resolve) => {
        new MutationObserver((_, observer) => {
          const title = document.querySelector("h1");
          if (title?.textContent !== "Voicemail") return;
          observer.disconnect();
          resolve(document.activeElement === title);
        }).observe(document.body, { childList: true, subtree: true, characterData: true });
      }),
  );
  await page.getByRole("link", { name: "Voicemail" }).click();
  expect(await isFocused).toBe(true);
});

test("Back from an account restores the search", async ({ page }) => {
  await searchBox(page).fill("22");
  await expectExtensions(page, 220, 221, 222, 223, 224, 225);
  await page.getByRole("link", { name: "Роман Фёдоров" }).click();
  await expect(heading(page)).toHaveText("222 Роман Фёдоров");
  await page.goBack();
  await expect(searchBox(page)).toHaveValue("22");
  await expectExtensions(page, 220, 221, 222, 223, 224, 225);
});
