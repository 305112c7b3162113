import type { Page } from "@playwright/test";
import { expect } from "./fixtures.ts";
import { keyboardTest as test } from "./keyboardFixture.ts";
import { counter } from "./lib/board.ts";
import { expectVisibleFocus, press, tabTo } from "./lib/focus.ts";
import { choice, form, numberField } from "./lib/scenarioForm.ts";
import { requestBodies, cards, CREATE, FORWARD, openAccount, REPLACE } from "./lib/scenarios.ts";
import { heading, panel, rows, searchBox, shownCount, toast } from "./lib/screen.ts";

const VERA = "218 Вера Волкова";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });
// Many key presses take time.
test.describe.configure({ timeout: 90_000 });

const link = (page: Page, name: string | RegExp) => page.getByRole("link", { name });
const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name });

/** Tabs to the list's search and replaces its text. */
async function search(page: Page, query: string): Promise<void> {
  await expect(heading(page)).toBeVisible();
  await tabTo(page, searchBox(page));
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(query);
}

/** Opens a panel from a link, expects the focus in it, and expects Escape to return the focus. */
async function openAndClosePanel(page: Page, name: string): Promise<void> {
  await press(page, link(page, name));
  await expect(
    page.getByRole("dialog").locator("*:focus").or(page.locator("[role=dialog]:focus")),
  ).toHaveCount(1);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(link(page, name)).toBeFocused();
}

test("from the overview to offline accounts, the watch list, a support ticket and the wall", async ({
  page,
}) => {
  await page.goto("/");
  await press(
    page,
    page
      .getByRole("region", { name: "SIP accounts" })
      .getByRole("link", { name: /^\d+\s*offline$/ }),
  );
  await expect(page).toHaveURL("/status?state=offline");
  await expect(heading(page)).toBeFocused();
  await press(page, counter(page, "Offline"));
  await expect(page).toHaveURL("/status");
  await search(page, "волкова");
  const star = button(page, `Watch ${VERA}`);
  await press(page, star, "Space");
  await expect(star).toHaveAttribute("aria-pressed", "true");
  await press(page, link(page, "Вера Волкова"));
  const details = panel(page, VERA);
  await press(page, details.getByRole("button", { name: "Copy for the ticket" }));
  // A toast over a panel comes after the panel's buttons in the tab order.
  await press(page, toast(page, "copied").getByRole("button", { name: "Close" }));
  await expect(toast(page, "copied")).toBeHidden();
  await expect(details).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(link(page, "Вера Волкова")).toBeFocused();

  await openAndClosePanel(page, "Last changes");
  await openAndClosePanel(page, "Browser alerts");
  await press(page, link(page, "Wall mode"));
  await expect(heading(page)).toHaveText("Status board, wall mode");
  await expect(heading(page)).toBeFocused();
  // Escape would leave full screen first, which headless browsers don't support.
  await press(page, button(page, /^Close/));
  await expect(heading(page)).toHaveText("Status board");
  await expect(link(page, "Wall mode")).toBeFocused();
});

/** Enters by keyboard what the provider does not return of «Переадресация». */
async function fillMissingFields(page: Page): Promise<void> {
  await press(page, choice(page, "Order of ringing", "One after another"), "Space");
  await tabTo(page, numberField(page, 1));
  await page.keyboard.type("89000009926");
  await tabTo(page, numberField(page, 2));
  await page.keyboard.type("89000004944");
  await tabTo(page, choice(page, "Voicemail", "On"));
  await page.keyboard.press("ArrowDown");
  await expect(choice(page, "Voicemail", "Off")).toBeChecked();
}

test("a scenario is edited and copied", async ({ page, office }) => {
  await openAccount(page);
  const edit = link(page, `Edit “${FORWARD.name}”`);
  await press(page, edit);
  await expect(form(page)).toBeVisible();
  await fillMissingFields(page);
  await press(page, form(page).getByRole("button", { name: "Save" }));
  await expect(form(page)).toBeHidden();
  await expect(edit).toBeFocused();
  expect(await requestBodies(office, REPLACE)).toHaveLength(1);
  const copy = link(page, `Duplicate “${FORWARD.name}”`);
  await press(page, copy);
  // Saved from here a moment ago, so it opens filled in.
  await expect(form(page)).toBeVisible();
  await expect(choice(page, "Voicemail", "Off")).toBeChecked();
  await press(page, form(page).getByRole("button", { name: "Create only" }));
  await expect(form(page)).toBeHidden();
  await expect(copy).toBeFocused();
  await expect(cards(page)).toHaveCount(4);
  expect(await requestBodies(office, CREATE)).toHaveLength(1);
});

test("an external number is edited and disconnected", async ({ page }) => {
  await page.goto("/external-numbers");
  await press(page, link(page, /^\+7.495.000-20-02$/));
  const details = panel(page, /^\+7.495.000-20-02$/);
  await press(page, details.getByRole("link", { name: "Edit" }));
  await expect(page.getByLabel("Port: enter it again")).toBeFocused();
  await page.keyboard.type("5060");
  await tabTo(page, page.getByRole("button", { name: "Enter the password" }));
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Password: enter it again")).toBeFocused();
  await page.keyboard.type("made-up-password");
  await page.keyboard.press("Enter");
  await expect(toast(page, "Saved")).toBeVisible();
  await press(page, details.getByRole("button", { name: "Disconnect" }));
  await tabTo(page, page.getByRole("checkbox"), "Shift+Tab");
  await page.keyboard.press("Space");
  await press(page, button(page, "Disconnect the number"));
  await expect(toast(page, "is disconnected")).toBeVisible();
  await expect(rows(page)).toHaveCount(5);
  await expectVisibleFocus(page);
});

test("a country is opened and closed again, a change is cancelled, lists are exported and imported", async ({
  page,
}) => {
  await page.goto("/directions");
  await search(page, "+43");
  await press(page, button(page, "Open: Austria, +43"));
  await press(page, toast(page, "Opened: Austria.").getByRole("button", { name: "Undo" }));
  await expect(toast(page, "Undone: it is as it was.")).toBeVisible();
  await search(page, "cuba");
  await press(page, button(page, "Review and open: Cuba, +53"));
  await expect(panel(page, "Review of changes")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(panel(page, "Review of changes")).toBeHidden();
  await expect(page.getByRole("checkbox", { name: /Cuba/ })).toBeFocused();

  const saving = page.waitForEvent("download");
  await tabTo(page, button(page, "Download CSV"), "Shift+Tab");
  await page.keyboard.press("Enter");
  await saving;
  await press(page, link(page, "Load a list"));
  await tabTo(page, page.getByLabel("Or paste the list"));
  await page.keyboard.type("43");
  await press(page, button(page, "Go to the review"));
  await press(page, panel(page, "Review of changes").getByRole("button", { name: "Open: 1" }));
  await expect(toast(page, "1 country opened.")).toBeVisible();
  await expect(panel(page, "Review of changes")).toBeHidden();
  await expectVisibleFocus(page);
});

test("colours are switched, the sandbox is reset, a user's smart numbers are found", async ({
  page,
}) => {
  await page.goto("/sip");
  await press(page, button(page, /^Colours: as in the system/));
  await press(page, button(page, /^Colours: light/));
  await expect(page.locator("html")).toHaveCSS("color-scheme", "dark");
  await expect(button(page, /^Colours: dark/)).toBeFocused();
  await press(page, button(page, "Sandbox"));
  await tabTo(page, page.locator("summary").filter({ hasText: "Another office" }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByLabel("Number of accounts"));
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("3");
  await press(page, button(page, "Reset the office"));
  await expect(page.getByText("A new office with 3 accounts")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(button(page, "Sandbox")).toBeFocused();
  await expect(shownCount(page)).toHaveText("3 accounts");

  await press(page, link(page, "Smart numbers"));
  await expect(heading(page)).toBeFocused();
  await tabTo(page, page.getByRole("combobox", { name: "User ID" }));
  await page.keyboard.type("12");
  await page.keyboard.press("Enter");
  await expect(page.getByText("17 numbers", { exact: true })).toBeVisible();
  await tabTo(page, searchBox(page));
  await expectVisibleFocus(page);
});
