import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { keyboardTest } from "./keyboardFixture.ts";
import { expectVisibleFocus, tabTo, watchFocus } from "./lib/focus.ts";
import { toast } from "./lib/screen.ts";

const SAVE = "PATCH /voicemail";
const sending = (page: Page) => page.getByRole("switch", { name: "Send recordings by e-mail" });
const address = (page: Page) => page.getByRole("textbox", { name: "Address" });
const save = (page: Page) => page.getByRole("button", { name: "Save" });

test.beforeEach(({ page, monitor }) => watchFocus(page, monitor));

keyboardTest(
  "the voicemail address is changed and sending turned off, by keyboard alone",
  async ({ page, office }) => {
    await page.goto("/voicemail");
    await expect(
      page.getByText("Now: recordings are sent to voicemail@office.example"),
    ).toBeVisible();
    await tabTo(page, address(page));
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("night@office.example");
    await expect(
      page.getByText("Was: voicemail@office.example. Will be: night@office.example"),
    ).toBeVisible();
    await tabTo(page, save(page));
    await page.keyboard.press("Enter");
    await expect(toast(page, "Voicemail settings saved")).toBeVisible();
    await expect(page.getByText("Now: recordings are sent to night@office.example")).toBeVisible();
    await expect(page.getByText("Nothing to save")).toBeVisible();
    await expect(save(page)).toBeFocused();
    await tabTo(page, sending(page), "Shift+Tab");
    await page.keyboard.press("Space");
    await tabTo(page, page.getByRole("button", { name: "Discard changes" }));
    await page.keyboard.press("Enter");
    await expect(sending(page)).toBeFocused();
    await expect(sending(page)).toBeChecked();
    await page.keyboard.press("Space");
    await tabTo(page, save(page));
    await page.keyboard.press("Enter");
    await expect(page.getByText(/Now: recordings are not sent/)).toBeVisible();
    await expectVisibleFocus(page);
    expect((await office.requests(SAVE)).map(({ body }) => body)).toEqual([
      { send: true, email: "night@office.example" },
      { send: false, email: "night@office.example" },
    ]);
  },
);

test("leaving the changed voicemail form asks for a confirmation", async ({ page, office }) => {
  await page.goto("/voicemail");
  await address(page).fill("night@office.example");
  await page.getByRole("link", { name: "SIP accounts" }).click();
  await page.getByRole("button", { name: "Keep editing" }).click();
  await expect(address(page)).toHaveValue("night@office.example");
  await page.getByRole("link", { name: "SIP accounts" }).click();
  await page.getByRole("button", { name: "Leave without saving" }).click();
  await expect(page).toHaveURL("/sip");
  expect(await office.requests(SAVE)).toEqual([]);
});
