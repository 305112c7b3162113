import { expect, test } from "./fixtures.ts";
import { keyboardTest } from "./keyboardFixture.ts";
import { clipboardText } from "./lib/clipboard.ts";
import { expectVisibleFocus, tabTo, watchFocus } from "./lib/focus.ts";
import { panel, rows, searchBox, toast } from "./lib/screen.ts";

test.use({ permissions: ["clipboard-read", "clipboard-write"] });

const SECRET = "kR4-vT9_xw2.Zq7m";

test.beforeEach(({ page, monitor }) => watchFocus(page, monitor));

test("an unregistered number is found by its filter, with a checklist", async ({ page, scan }) => {
  await page.goto("/external-numbers");
  await page.getByRole("button", { name: "Not registered 1" }).click();
  await expect(page).toHaveURL(/\?state=lost$/);
  await expect(rows(page)).toHaveCount(1);
  await expect(rows(page)).toContainText("Not registered“UNREGED”");
  await scan();
  await rows(page).getByText("PBX").click();
  await expect(page).toHaveURL(/\/external-numbers\/ate\/2\?state=lost$/);
  const details = panel(page, "+7 495 000-20-02");
  await expect(details.getByRole("region", { name: "What to check" })).toBeVisible();
  await page.goBack();
  await expect(details).toBeHidden();
  await page.getByRole("button", { name: "All 6" }).click();
  await searchBox(page).fill("sip2.operator");
  await expect(rows(page)).toHaveCount(2);
});

keyboardTest(
  "by keyboard alone: a SIP-URI number is connected and its address copied",
  async ({ page, office }) => {
    await page.goto("/external-numbers");
    await expect(rows(page)).toHaveCount(6);
    await tabTo(page, page.getByRole("link", { name: "Connect a number" }));
    await page.keyboard.press("Enter");
    const ate = page.getByRole("radio", { name: /Login and password/ });
    await expect(ate).toBeFocused();
    await page.keyboard.press("Space");
    await page.keyboard.press("ArrowDown");
    const sipuri = page.getByRole("radio", { name: /To an address/ });
    await expect(sipuri).toBeChecked();
    await expect(sipuri).toBeFocused();
    await page.keyboard.press("Tab");
    await page.keyboard.type("8 (495) 000-30-01");
    await page.keyboard.press("Tab");
    await page.keyboard.type("sip://sip.x.example");
    await page.keyboard.press("Enter");
    await expect(page.getByText(/Without “sip:\/\/”/)).toBeVisible();
    await expect(page.getByRole("textbox", { name: "Operator’s server" })).toBeFocused();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("sip.x.example");
    await page.keyboard.press("Enter");
    const details = panel(page, "+7 495 000-30-01");
    await expect(details).toBeVisible();
    await expect(toast(page, /Now pass the address for calls on/)).toBeVisible();
    await tabTo(page, details.getByRole("button", { name: /Copy Address/ }));
    await page.keyboard.press("Enter");
    const copied = () => clipboardText(page);
    await expect.poll(copied).toBe("4229174950003001@ext.plusofon.example");
    await page.keyboard.press("Escape");
    await expect(details).toBeHidden();
    await expect(page.getByRole("link", { name: "Connect a number" })).toBeFocused();
    await expectVisibleFocus(page);
    const sent = await office.requests("PUT /number/external/{type}");
    expect(sent.map(({ body }) => body)).toEqual([{ host: "sip.x.example", number: 74950003001 }]);
  },
);

test("a number with a login is connected, and its password is stored nowhere", async ({
  page,
  monitor,
}) => {
  monitor.expectFailedRequests();
  await page.goto("/external-numbers/new?kind=ate");
  const form = panel(page, /Connect/);
  await expect(form.getByLabel("Number", { exact: true })).toBeFocused();
  await form.getByLabel("Number", { exact: true }).fill("79104445566");
  await form.getByLabel("Operator’s server").fill("sip.x.example");
  await form.getByRole("textbox", { name: "Login" }).fill("me");
  await form.getByLabel("Password", { exact: true }).fill(SECRET);
  await form.getByRole("button", { name: "Connect the number" }).click();
  await expect(form.getByText("Already taken: choose another one")).toBeVisible();
  await form.getByLabel("Number", { exact: true }).fill("+7 495 000-30-01");
  await form.getByRole("button", { name: "Connect the number" }).click();
  await expect(page).toHaveURL(/\/external-numbers\/ate\/101$/);
  await expect(panel(page, "+7 495 000-30-01").getByText("Registered")).toBeVisible();
  const kept = await page.evaluate(() =>
    [
      document.documentElement.outerHTML,
      JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)]),
      JSON.stringify(history.state),
    ].join("\n"),
  );
  expect(kept).not.toContain(SECRET);
});

test("a number can be disconnected unless it has no id", async ({ page, office }) => {
  await page.goto("/external-numbers");
  await page.getByRole("link", { name: "+7 495 000-20-04", exact: true }).click();
  const nameless = panel(page, "+7 495 000-20-04");
  await expect(nameless.getByText(/The provider gives no ID/)).toBeVisible();
  await expect(nameless.getByRole("button", { name: "Disconnect" })).toHaveCount(0);
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "+7 800 000-20-18", exact: true }).click();
  await page.getByRole("button", { name: "Disconnect" }).click();
  await page.getByRole("checkbox").check();
  await page.getByRole("button", { name: "Disconnect the number" }).click();
  await expect(toast(page, "+7 800 000-20-18 is disconnected")).toBeVisible();
  await expect(rows(page)).toHaveCount(5);
  const sent = await office.requests("DELETE /number/external/{type}/{id}");
  expect(sent.map(({ path }) => path)).toEqual(["/api/v1/number/external/sipuri/18"]);
});
