import { expect, test } from "./fixtures.ts";
import { clipboardText } from "./lib/clipboard.ts";
import { heading, toast } from "./lib/screen.ts";

/** Of the first account in the sandbox's office with seed 1. */
const SERVER = "104563.voice.plusofon.example";
const LOGIN = "21212068297436";
const PASSWORD = "75Q5Y6gc";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

test.beforeEach(async ({ page }) => {
  await page.goto("/sip/25");
  await expect(heading(page)).toHaveText("200 Ресепшен");
});

test("server, login and password are copied one by one", async ({ page }) => {
  for (const [what, value] of [
    ["Server", SERVER],
    ["Login", LOGIN],
    ["Password", PASSWORD],
  ] as const) {
    await page.getByRole("button", { name: `Copy ${what}`, exact: true }).click();
    await expect(toast(page, `${what}: copied`)).toBeVisible();
    expect(await clipboardText(page)).toBe(value);
  }
  // Copying does not reveal the password.
  await expect(page.getByText("Password hidden")).toBeAttached();
  await expect(page.getByText(PASSWORD)).toHaveCount(0);
});

test("server, login and password are copied with one click", async ({ page, scan }) => {
  await page.getByRole("button", { name: "Copy all three" }).click();
  await expect(toast(page, "Credentials: copied")).toBeVisible();
  await scan();
  expect(await clipboardText(page)).toBe(
    `Server: ${SERVER}\nLogin: ${LOGIN}\nPassword: ${PASSWORD}`,
  );
});

test("a password reaches the browser only when somebody asks to see or copy it", async ({
  page,
}) => {
  const readAccountResponse = async (action: () => Promise<unknown>) => {
    const account = page.waitForResponse("**/api/v1/sip/25").then((response) => response.text());
    await action();
    return account;
  };
  for (const address of ["/sip/25", "/sip/25/edit", "/status/25"]) {
    const text = await readAccountResponse(() => page.goto(address));
    expect(text).toContain(SERVER);
    expect(text).not.toContain(PASSWORD);
  }
  await page.goto("/sip/25");
  await expect(heading(page)).toHaveText("200 Ресепшен");
  const show = page.getByRole("button", { name: "Show the password" });
  expect(await readAccountResponse(() => show.click())).toContain(PASSWORD);
  await expect(page.getByText(PASSWORD, { exact: true })).toBeVisible();
});

test("the old password is hidden after a new one is saved", async ({ page }) => {
  await page.getByRole("button", { name: "Show the password" }).click();
  await expect(page.getByText(PASSWORD, { exact: true })).toBeVisible();
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  await page.getByRole("button", { name: "Set a new password" }).click();
  await page.getByLabel("New password").fill("Abcdef-2345-xyz");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(toast(page, "Saved")).toBeVisible();
  await expect(page.getByText(PASSWORD, { exact: true })).toHaveCount(0);
});

test("a revealed password is in no URL and no browser storage", async ({ page }) => {
  const addresses: string[] = [];
  page.on("request", (request) => addresses.push(request.url()));
  await page.getByRole("button", { name: "Show the password" }).click();
  await expect(page.getByText(PASSWORD, { exact: true })).toBeVisible();
  const stored = await page.evaluate(() => JSON.stringify([localStorage, sessionStorage]));
  expect(stored).not.toContain(PASSWORD);
  expect(addresses.join("\n")).not.toContain(PASSWORD);
});

test("copying works over plain http, where browsers have no Clipboard API", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, "clipboard", { value: undefined });
    Reflect.deleteProperty(window, "ClipboardItem");
  });
  await page.reload();
  await page.getByRole("button", { name: "Copy Password" }).click();
  await expect(toast(page, "Password: copied")).toBeVisible();
  expect(await clipboardText(page)).toBe(PASSWORD);
  expect(await page.content(), "it does not stay in the page").not.toContain(PASSWORD);
  await expect(page.getByRole("button", { name: "Copy Password" })).toBeFocused();

  await page.goto("/status/25");
  await page.getByRole("button", { name: "Copy for the ticket" }).click();
  await expect(toast(page, /: copied$/)).toBeVisible();
  expect(await clipboardText(page)).toContain("Ресепшен");
});

test.describe("when the browser denies clipboard access", () => {
  test.use({ permissions: [] });

  test("the text to copy is shown in a prompt", async ({ page }) => {
    await page.evaluate(() => {
      navigator.clipboard.write = () => Promise.reject(new Error("refused"));
      document.execCommand = () => false;
    });
    const dialogOpened = page.waitForEvent("dialog");
    const click = page.getByRole("button", { name: "Copy Login" }).click();
    const dialog = await dialogOpened;
    expect(dialog.message()).toContain("The browser did not allow copying");
    expect(dialog.defaultValue()).toMatch(/\w/);
    await dialog.dismiss();
    await click;
  });
});
