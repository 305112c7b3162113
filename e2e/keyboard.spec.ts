import { expect } from "./fixtures.ts";
import { keyboardTest as test } from "./keyboardFixture.ts";
import { expectVisibleFocus, tabTo } from "./lib/focus.ts";
import { expectExtensions, heading, panel, rows, toast } from "./lib/screen.ts";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test("an account is found, opened and its credentials copied", async ({ page }) => {
  await page.goto("/sip");
  await expect(rows(page).first()).toBeVisible();
  await tabTo(page, page.getByRole("searchbox"));
  await page.keyboard.type("павлов");
  await expectExtensions(page, 211);
  await tabTo(page, page.getByRole("link", { name: "Егор Павлов" }));
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText("211 Егор Павлов");
  await expect(heading(page)).toBeFocused();
  await tabTo(page, page.getByRole("button", { name: "Copy Login" }));
  await page.keyboard.press("Enter");
  await expect(toast(page, "Login: copied")).toBeVisible();
  await tabTo(page, page.getByRole("button", { name: "Show the password" }));
  await page.keyboard.press("Space");
  const hide = page.getByRole("button", { name: "Hide the password" });
  await expect(hide).toBeVisible();
  await expect(hide).toBeFocused();
  await expectVisibleFocus(page);
});

test("an account is created", async ({ page }) => {
  await page.goto("/sip");
  await tabTo(page, page.getByRole("link", { name: "Create account" }));
  await page.keyboard.press("Enter");
  await expect(panel(page).getByLabel("Name")).toBeFocused();
  await page.keyboard.type("Курьер");
  await tabTo(page, page.getByRole("combobox", { name: "Caller ID" }));
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("listbox")).toBeVisible();
  // Escape closes the listbox first, not the form.
  await page.keyboard.press("Escape");
  await expect(page.getByRole("listbox")).toBeHidden();
  await expect(panel(page)).toBeVisible();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("spinbutton"));
  await page.keyboard.press("ArrowDown");
  await tabTo(page, page.getByLabel("Forward to a number"));
  await page.keyboard.type("79000001234");
  await page.keyboard.press("Tab");
  await tabTo(page, page.getByRole("radio", { checked: true }));
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("radio", { name: /All at once/ })).toBeChecked();
  await tabTo(page, page.getByRole("dialog").getByRole("button", { name: "Create account" }));
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText("208 Курьер");
  await expect(heading(page)).toBeFocused();
});

test("Tab stays inside an open form", async ({ page }) => {
  await page.goto("/sip/25/edit");
  await expect(panel(page).getByLabel("Name")).toBeFocused();
  for (let presses = 0; presses < 14; presses++) {
    await page.keyboard.press("Tab");
    await expect(panel(page).locator("*:focus")).toHaveCount(1);
  }
});

test("an account is edited, and the focus returns to the edit link", async ({ page }) => {
  await page.goto("/sip/25");
  const edit = page.getByRole("link", { name: "Edit", exact: true });
  await tabTo(page, edit);
  await page.keyboard.press("Enter");
  await expect(panel(page).getByLabel("Name")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(panel(page)).toBeHidden();
  await expect(edit).toBeFocused();

  await page.keyboard.press("Enter");
  await expect(panel(page).getByLabel("Name")).toBeFocused();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("Стойка");
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText("200 Стойка");
  await expect(edit).toBeFocused();
  await expectVisibleFocus(page);
});

test("the confirmation of an unsaved form is answered", async ({ page }) => {
  await page.goto("/sip/25");
  await tabTo(page, page.getByRole("link", { name: "Edit", exact: true }));
  await page.keyboard.press("Enter");
  await expect(panel(page).getByLabel("Name")).toBeFocused();
  await page.keyboard.type("Начатое");
  await page.keyboard.press("Escape");
  await tabTo(page, page.getByRole("button", { name: "Leave without saving" }));
  await page.keyboard.press("Enter");
  await expect(panel(page)).toBeHidden();
  await expect(page.getByRole("link", { name: "Edit", exact: true })).toBeFocused();
});

test("an account is deleted", async ({ page }) => {
  await page.goto("/sip/25");
  await tabTo(page, page.getByRole("main").getByRole("button", { name: "More", exact: true }));
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByRole("button", { name: "Delete", exact: true }));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Cancel" })).toBeFocused();
  await tabTo(page, page.getByRole("checkbox"), "Shift+Tab");
  await page.keyboard.press("Space");
  await tabTo(page, page.getByRole("button", { name: "Delete 200" }));
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText("SIP accounts");
  await expect(heading(page)).toBeFocused();
});

test("filters, sorting and the language switch are reachable", async ({ page }) => {
  await page.goto("/sip");
  await expect(rows(page).first()).toBeVisible();
  const offline = page.getByRole("button", { name: /^Offline/ });
  await tabTo(page, offline);
  await page.keyboard.press("Enter");
  await expectExtensions(page, 203, 232);
  await expect(offline).toBeFocused();
  await tabTo(page, page.getByRole("button", { name: "Extension", exact: true }));
  await page.keyboard.press("Enter");
  await expectExtensions(page, 232, 203);
  await tabTo(page, page.getByRole("button", { name: /По-русски/ }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(heading(page)).toHaveText("SIP-аккаунты");
  await expect(page.getByRole("button", { name: /In English/ })).toBeFocused();
});

test("Tab through a long list visits every row", async ({ page, office }) => {
  await office.reset({ accounts: 60 });
  await page.goto("/sip");
  await expect(rows(page).first()).toBeVisible();
  await tabTo(page, rows(page).first().getByRole("link"));
  for (let index = 3; index <= 40; index++) {
    // The tick of the row comes first.
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    const row = page.getByRole("row").filter({ has: page.locator("a:focus") });
    await expect(row).toHaveAttribute("aria-rowindex", String(index));
  }
  await expectVisibleFocus(page);
});
