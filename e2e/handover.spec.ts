import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { keyboardTest } from "./keyboardFixture.ts";
import { clipboardText } from "./lib/clipboard.ts";
import { expectVisibleFocus, press, tabTo } from "./lib/focus.ts";
import { heading, horizontalOverflow, toast } from "./lib/screen.ts";

/** Of the first account in the sandbox's office with seed 1. */
const LOGIN = "21212068297436";
const PASSWORD = "75Q5Y6gc";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

/** The addresses of accounts that the page reads, and of those with their passwords. */
function watchReads(page: Page): { reads: string[]; reveals: string[] } {
  const reads: string[] = [];
  const reveals: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (!/^\/api\/v1\/sip\/\d+$/.test(pathname)) return;
    ("x-pult-reveal" in request.headers() ? reveals : reads).push(pathname);
  });
  return { reads, reveals };
}

/** Keeps what would be printed, and leaves the dialog open until `endPrinting`. */
const holdPrinting = (page: Page) =>
  page.evaluate(() => {
    window.print = () => undefined;
  });
const endPrinting = (page: Page) =>
  page.evaluate(() => dispatchEvent(new Event("afterprint")) && undefined);
/** The text of all that paper would show. */
const printedText = (page: Page) => page.evaluate(() => document.body.innerText);

for (const [locale, name, copy, copied, hide] of [
  ["ru-RU", "Передать", "Скопировать с паролем", "Скопировано: сообщение с паролем", "Показать"],
  ["en-US", "Hand over", "Copy with the password", "Copied: message with the password", "Show"],
] as const) {
  test.describe(locale, () => {
    test.use({ locale });

    test("an account is handed over as a message with two clicks and one reading", async ({
      page,
      scan,
    }) => {
      const { reads, reveals } = watchReads(page);
      await page.goto("/sip/25");
      await expect(heading(page)).toHaveText("200 Ресепшен");
      await page.getByRole("link", { name, exact: true }).click();
      await scan();
      expect(reveals).toEqual([]);
      expect(await page.content()).not.toContain(PASSWORD);
      await page.getByRole("button", { name: copy }).click();
      await expect(toast(page, copied)).toBeVisible();
      const message = await clipboardText(page);
      expect(message).toContain(LOGIN);
      expect(message).toContain(PASSWORD);
      expect(await page.content(), "copying does not show it").not.toContain(PASSWORD);
      await page.getByRole("button", { name: hide }).click();
      await expect(page.getByText(PASSWORD, { exact: true })).toBeVisible();
      await scan();
      expect(reveals).toEqual(["/api/v1/sip/25"]);
      // Of the account's page.
      expect(reads).toEqual(["/api/v1/sip/25"]);
      await page.keyboard.press("Escape");
      await expect(page).toHaveURL("/sip/25");
      await expect(page.getByRole("dialog")).toHaveCount(0);
      expect(await page.content()).not.toContain(PASSWORD);
    });
  });
}

test("a code is black on white in the dark, and its link leads to a new password", async ({
  page,
  scan,
}) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/sip/handover?ids=25");
  await page.getByRole("combobox", { name: /To whom/ }).selectOption("Grandstream Wave (mobile)");
  await expect(page).toHaveURL("/sip/handover?ids=25&for=wave");
  await page.getByRole("button", { name: "Show the code" }).click();
  const code = page.getByRole("img", { name: "Code for Grandstream Wave (mobile): 200 Ресепшен" });
  await expect(code).toBeVisible();
  await expect(page.getByRole("figure")).toHaveText("200 Ресепшен");
  const drawn = await code.evaluate((svg) => ({
    background: getComputedStyle(svg.parentElement ?? svg).backgroundColor,
    fills: [...svg.querySelectorAll("path")].map((path) => getComputedStyle(path).fill),
    module: svg.getBoundingClientRect().width / Number(svg.getAttribute("viewBox")?.split(" ")[2]),
  }));
  expect(drawn.background).toBe("rgb(255, 255, 255)");
  expect(drawn.fills).toEqual(["rgb(255, 255, 255)", "rgb(0, 0, 0)"]);
  expect(drawn.module).toBeGreaterThanOrEqual(3);
  await scan();
  await page.getByRole("link", { name: "Set a new password" }).click();
  await expect(page).toHaveURL("/sip/25/edit");
});

test("a one-time link made in the panel shows the account to somebody without a session", async ({
  page,
  scan,
}) => {
  const { reveals } = watchReads(page);
  await page.goto("/sip/handover?ids=25&for=link");
  await page.getByRole("button", { name: "Make a one-time link" }).click();
  await expect(page.getByRole("img", { name: /200 Ресепшен$/ })).toHaveCount(2);
  await scan();
  await page.getByRole("button", { name: "Copy the link for the person" }).click();
  await expect(toast(page, "Copied: one-time link")).toBeVisible();
  expect(reveals, "only the server reads the password").toEqual([]);
  await page.goto(await clipboardText(page));
  await page.getByRole("button", { name: "Show the settings" }).click();
  await expect(page.getByText(PASSWORD, { exact: true })).toBeVisible();
});

test("a file for a desk phone is downloaded", async ({ page }) => {
  await page.goto("/sip/handover?ids=25&for=yealink");
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Download the file" }).click();
  const download = await saving;
  expect(download.suggestedFilename()).toBe("yealink-200.cfg");
  const text = await readFile(await download.path(), "utf8");
  expect(text).toMatch(/^#!version:1\.0\.0\.1\n/);
  expect(text).toContain(`account.1.password = ${PASSWORD}\n`);
});

test("many cards are printed two in a row, black on white, and nothing else", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  const { reads, reveals } = watchReads(page);
  await page.goto("/sip/handover?ids=25-36");
  await page.getByRole("button", { name: "Read 12 passwords" }).click();
  await expect(page.getByText("12 accounts are ready of 12.")).toBeVisible();
  expect(reveals.toSorted()).toEqual(
    Array.from({ length: 12 }, (_, at) => `/api/v1/sip/${25 + at}`),
  );
  expect(reads).toEqual([]);
  expect(await page.content()).not.toContain(PASSWORD);
  await holdPrinting(page);
  await page.getByRole("button", { name: "Print 12 cards" }).click();
  await expect(page.locator("article")).toHaveCount(12);
  // The width of A4 between its margins.
  await page.setViewportSize({ width: 710, height: 1000 });
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  const text = await printedText(page);
  expect(text).toContain(PASSWORD);
  expect(text).not.toContain("Hand over");
  expect(text.match(/Keep the password to yourself/g)).toHaveLength(12);
  const cards = await page.locator("article").evaluateAll((all) =>
    all.map((card) => {
      const { left, top } = card.getBoundingClientRect();
      const pale = [...card.querySelectorAll("*")].filter((part) => {
        const [red = 0] = (getComputedStyle(part).color.match(/\d+/g) ?? []).map(Number);
        return red > 0x60;
      });
      return { left: Math.round(left), top: Math.round(top), pale: pale.length };
    }),
  );
  expect(new Set(cards.map(({ left }) => left)).size).toBe(2);
  expect(new Set(cards.map(({ top }) => top)).size).toBe(6);
  expect(cards.reduce((sum, { pale }) => sum + pale, 0)).toBe(0);
  const pdf = await page.pdf({ format: "A4" });
  const pages = pdf.toString("latin1").match(/\/Type\s*\/Page\b/g) ?? [];
  expect(pages.length).toBeGreaterThan(1);
  await page.emulateMedia({ media: "screen" });
  await endPrinting(page);
  await expect(page.locator("article")).toHaveCount(0);
});

keyboardTest(
  "by keyboard alone: an account is handed over as a message, a code and a file",
  async ({ page }) => {
    const { reveals } = watchReads(page);
    await page.goto("/sip/25");
    await expect(heading(page)).toHaveText("200 Ресепшен");
    await press(page, page.getByRole("link", { name: "Hand over", exact: true }));
    const target = page.getByRole("combobox", { name: /To whom/ });
    await expect(target).toBeVisible();
    await press(page, page.getByRole("button", { name: "Copy without the password" }));
    await expect(toast(page, "Copied: message without the password")).toBeVisible();
    expect(reveals).toEqual([]);
    await tabTo(page, target, "Shift+Tab");
    await page.keyboard.type("Grandstream W");
    const show = page.getByRole("button", { name: "Show the code" });
    await press(page, show, "Space");
    await expect(page.getByRole("img", { name: /200 Ресепшен$/ })).toBeVisible();
    await expect(page.getByRole("button", { name: "Hide" })).toBeFocused();
    await expectVisibleFocus(page);
    await tabTo(page, target, "Shift+Tab");
    await page.keyboard.type("Yealink");
    const saving = page.waitForEvent("download");
    await press(page, page.getByRole("button", { name: "Download the file" }));
    await saving;
    await expect(toast(page, /Downloaded: yealink-200\.cfg/)).toBeVisible();
    expect(reveals).toEqual(["/api/v1/sip/25"]);
    await page.keyboard.press("Escape");
    await expect(page).toHaveURL("/sip/25");
    // As after any other change of the page.
    await expect(heading(page)).toBeFocused();
  },
);

test.describe("on a phone", () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true });

  test("card, code and many accounts fit without scrolling sideways", async ({ page, scan }) => {
    await page.goto("/sip/handover?ids=25");
    await page.getByRole("button", { name: "Show the password" }).click();
    await expect(page.getByText(PASSWORD, { exact: true })).toBeVisible();
    expect(await horizontalOverflow(page)).toBe(0);
    await page.getByRole("combobox", { name: /To whom/ }).selectOption("wave");
    const code = page.getByRole("img", { name: /200 Ресепшен$/ });
    await expect(code).toBeVisible();
    const box = await code.boundingBox();
    expect(box?.x).toBeGreaterThanOrEqual(0);
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
    expect(await horizontalOverflow(page)).toBe(0);
    await scan();
    await page.goto("/sip/handover?ids=25-27");
    await expect(page.getByRole("listitem").first()).toBeVisible();
    expect(await horizontalOverflow(page)).toBe(0);
    await scan();
  });
});
