import { expect, test } from "./fixtures.ts";
import { openBoard } from "./lib/board.ts";
import { heading, panel, rows, searchBox } from "./lib/screen.ts";
import { translatePage, type TranslatorMode } from "./lib/translatePage.ts";

const MODES: readonly TranslatorMode[] = ["replaces", "wraps"];
/** Replacing text nodes breaks more than wrapping them, so it is tested in every section. */
const PAGES = {
  replaces: ["/", "/status", "/external-numbers", "/smart-numbers", "/voicemail", "/directions"],
  wraps: ["/", "/directions"],
} satisfies Record<TranslatorMode, string[]>;

const POLL_S = 6;

for (const mode of MODES) {
  test(`the app works and updates while a browser translator ${mode} its text nodes`, async ({
    page,
    office,
    clock,
  }) => {
    await translatePage(page, mode);
    await page.addInitScript(() => localStorage.setItem("pult.status.every", "5"));
    await page.goto("/sip");
    await expect(rows(page).first()).toBeVisible();
    const count = page.getByRole("main").getByRole("status").filter({ hasText: "account" });
    await expect(count).toHaveText(/24 accounts$/);

    await test.step("typing", async () => {
      await searchBox(page).pressSequentially("Ресеп");
      await expect(count).toHaveText(/1 of 24 accounts$/);
      await searchBox(page).fill("");
      await expect(count).toHaveText(/24 accounts$/);
    });

    await test.step("each section, and another language on it", async () => {
      for (const [place, path] of PAGES[mode].entries()) {
        await page.locator(`nav a[href="${path}"]`).first().click();
        await expect(page).toHaveURL((url) => url.pathname === path);
        const toRussian = place % 2 === 0;
        await page.getByRole("button", { name: toRussian ? /^RU/ : /^EN/ }).click();
        await expect(heading(page)).toHaveText(toRussian ? /[а-я]/ : /^»?[A-Z][a-z ]+$/);
      }
    });

    await test.step("a form", async () => {
      await page.goto("/sip/25/edit");
      await panel(page, /Edit/).getByRole("textbox", { name: /Name$/ }).fill("Стойка");
      await page.getByRole("button", { name: /Save/ }).click();
      await expect(heading(page)).toHaveText(/200 Стойка/);
    });

    await test.step("the board and the wall", async () => {
      await openBoard(page);
      await page.goto("/status/wall");
      const tile = page.getByRole("listitem").filter({ hasText: "Стойка" });
      for (const online of [false, true, false]) {
        await office.statuses({ 25: online });
        await clock.advance(POLL_S);
        await expect(tile).toHaveAttribute("data-state", online ? "online" : "offline");
        await expect(tile).toContainText(online ? "Online" : "Offline");
      }
    });
  });
}
