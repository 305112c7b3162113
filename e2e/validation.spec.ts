import type { Locator } from "@playwright/test";
import { expect, test } from "./fixtures.ts";
import { heading, panel } from "./lib/screen.ts";

/** Types a value, leaves the field, and expects an error in its description. */
async function expectInvalid(field: Locator, typed: string, message: string): Promise<void> {
  await field.fill(typed);
  await field.press("Tab");
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await expect(field).toHaveAccessibleDescription(new RegExp(message));
}

async function expectValid(field: Locator, typed: string): Promise<void> {
  await field.fill(typed);
  await field.press("Tab");
  await expect(field).not.toHaveAttribute("aria-invalid", "true");
}

test("values that the provider would reject are reported on their fields", async ({
  page,
  office,
  monitor,
}) => {
  await page.goto("/sip/new");
  const form = panel(page, "New SIP account");
  const submit = form.getByRole("button", { name: "Create account" });
  const extension = form.getByLabel("Extension");
  await expect(extension).toHaveValue("208");
  await expect(extension).toHaveAccessibleDescription(/200.*99999/);
  await expectInvalid(extension, "100000", "At most 99999");
  await expectValid(extension, "99999");

  const phone = form.getByLabel("Forward to a number");
  await phone.fill("12");
  for (const name of ["SIP phone rings, seconds", "That number rings, seconds"]) {
    const rings = form.getByRole("spinbutton", { name });
    await expectValid(rings, "0");
    await expectInvalid(rings, "3", "In steps of 5: 0 or 5");
    await expectInvalid(rings, "95", "At most 90");
    await expectValid(rings, "90");
  }
  await submit.click();
  await expect(form.getByLabel("Name")).toBeFocused();
  await form.getByLabel("Name").fill("Курьер");
  await submit.click();
  await expect(phone).toBeFocused();
  await expect(phone).toHaveAccessibleDescription(/2 digits are not a whole number/);
  await phone.fill("");
  await expectInvalid(extension, "7", "At least 200");
  await submit.click();
  await expect(extension).toBeFocused();
  expect(await office.requests("PUT /sip"), "nothing was sent").toEqual([]);

  monitor.expectFailedRequests();
  await office.change("PUT", "/sip", { name: "Быстрый", number: 208, sip_timeout: 30 });
  await extension.fill("208");
  await submit.click();
  await expect(extension).toHaveAccessibleDescription(/Already taken: choose another one/);
  await expect(extension).toBeFocused();
  await expect(form.getByRole("alert")).toHaveCount(0);
  await extension.fill("209");
  await submit.click();
  await expect(heading(page)).toHaveText("209 Курьер");
});

test.describe("without the phone number library", () => {
  // A reused context has the library cached.
  test.use({ fresh: true });

  test("a phone number that can't be validated is not sent", async ({ page, office, monitor }) => {
    monitor.expectFailedRequests();
    await page.route(/phoneLibrary/, (route) => route.abort());
    await page.goto("/smart-numbers/new?user=12");
    const form = panel(page, "New smart number");
    const phone = form.getByLabel("Destination number");
    await phone.fill("9993332210");
    await form.getByRole("button", { name: "Add the number" }).click();
    await expect(phone).toHaveAccessibleDescription(/can’t be checked/);
    expect(await office.requests("POST /smart-numbers")).toEqual([]);
    await page.unroute(/phoneLibrary/);
    await form.getByRole("button", { name: "Try again" }).click();
    await expect(phone).not.toHaveAttribute("aria-invalid", "true");
    await form.getByRole("button", { name: "Add the number" }).click();
    await expect(page).toHaveURL(/\/smart-numbers\?user=12$/);
    expect(await office.requests("POST /smart-numbers")).toMatchObject([
      { body: { phone_b: "79993332210" } },
    ]);
  });
});
