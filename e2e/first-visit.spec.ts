import { expect, test } from "./fixtures.ts";
import { heading, holdScripts, rows, shownCount } from "./lib/screen.ts";

// Nothing is at hand yet.
test.use({ fresh: true });

test("the frame stands before any script, and stays where it is", async ({ page }) => {
  const release = await holdScripts(page);
  await page.goto("/sip", { waitUntil: "commit" });
  const brand = page.getByText("Pult", { exact: true });
  await expect(brand).toBeVisible();
  const before = await brand.boundingBox();
  expect(before?.width).toBeGreaterThan(200);
  await release();
  await expect(rows(page).first()).toBeVisible();
  const after = await page.getByText("Pult", { exact: true }).locator("..").boundingBox();
  expect(after?.x).toBe(before?.x);
  expect(after?.width).toBe(before?.width);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("the page says what it needs", async ({ page }) => {
    await page.goto("/sip");
    const words = page.locator("noscript");
    await expect(words).toContainText("Pult needs JavaScript", { useInnerText: true });
    await expect(words).toBeInViewport();
  });
});

test("the office shows whole, and the sandbox says that it is one", async ({ page }) => {
  await page.goto("/sip");
  await expect(page).toHaveTitle("SIP accounts · Pult");
  await expect(shownCount(page)).toHaveText("24 accounts");
  await expect(page.getByRole("table")).toHaveAttribute("aria-rowcount", "25");
  await expect(rows(page).first()).toHaveText(/Online.*200.*Ресепшен.*\+7.900.000-00-25.*20\ss/);
  await page.getByRole("button", { name: "Sandbox" }).click();
  const controls = page.getByRole("dialog", { name: "Sandbox" });
  await expect(controls).toContainText("Nothing here reaches a real telephone");
  await page.keyboard.press("Escape");
  await expect(controls).toBeHidden();
  await expect(page.getByRole("button", { name: "Sandbox" })).toBeFocused();
});

test("the sandbox's controls make another office and set faults", async ({ page, watched }) => {
  watched.expectFailedRequests();
  await page.goto("/sip");
  await page.getByRole("button", { name: "Sandbox" }).click();
  const controls = page.getByRole("dialog", { name: "Sandbox" });
  await controls.getByLabel("Accounts to make up").fill("3");
  await controls.getByRole("button", { name: "Reset the office" }).click();
  await expect(page.getByText("A new office with 3 accounts")).toBeVisible();
  await controls.getByRole("combobox", { name: "Operation" }).selectOption("GET /sip/{id}");
  await controls.getByRole("combobox", { name: /^Fault/ }).selectOption("status:403");
  await controls.getByRole("button", { name: "Apply the fault" }).click();
  await expect(controls.getByText("Now: GET /sip/{id} status:403")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(shownCount(page)).toHaveText("3 accounts");
  await page.getByRole("link", { name: "Ресепшен" }).click();
  await expect(page.getByRole("alert")).toContainText("The provider refused access");
});

const SECTIONS = [
  ["Overview", "/"],
  ["SIP accounts", "/sip"],
  ["Status board", "/status"],
  ["External numbers", "/external-numbers"],
  ["Smart numbers", "/smart-numbers"],
  ["Voicemail", "/voicemail"],
  ["Destinations", "/directions"],
] as const;

test("the sections are there, and each opens", async ({ page }) => {
  await page.goto("/");
  const nav = page.getByRole("navigation", { name: "Sections" });
  for (const [name] of SECTIONS) await expect(nav.getByRole("link", { name })).toBeVisible();
  for (const [name, path] of SECTIONS.slice(1)) {
    await nav.getByRole("link", { name }).click();
    await expect(page).toHaveURL(path);
    await expect(page).toHaveTitle(new RegExp(`^(\\(2\\) )?${name} · Pult$`));
    await expect(heading(page)).toHaveText(name);
    await expect(heading(page)).toBeFocused();
    await expect(nav.getByRole("link", { name })).toHaveAttribute("aria-current", "page");
  }
  await nav.getByRole("link", { name: "Overview" }).click();
  await expect(page.getByRole("region", { name: "SIP accounts" })).toContainText("21");
  await expect(heading(page)).toBeFocused();
});

test("breadcrumbs say where one is and lead back", async ({ page }) => {
  await page.goto("/sip");
  await page.getByRole("link", { name: "Ресепшен" }).click();
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  const trail = page.getByRole("navigation", { name: "Where you are" });
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(trail.getByRole("listitem")).toHaveText(["SIP accounts", "Account"]);
  await expect(trail.getByText("Account", { exact: true })).toHaveAttribute("aria-current", "page");
  await expect(page).toHaveTitle("200 Ресепшен · Pult");
  await trail.getByRole("link", { name: "SIP accounts" }).click();
  await expect(heading(page)).toHaveText("SIP accounts");
  await expect(page.getByRole("link", { name: "Ресепшен" })).toBeFocused();
});

test("the first Tab leads past the frame", async ({ page }) => {
  await page.goto("/sip");
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press("Tab");
  const skip = page.getByRole("link", { name: "Skip to the content" });
  await expect(skip).toBeFocused();
  await expect(skip).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Create account" })).toBeFocused();
});

test("an unknown address and an unknown account say so", async ({ page }) => {
  await page.goto("/nowhere/at/all");
  await expect(heading(page)).toHaveText("There is no such page");
  await expect(page).toHaveTitle("There is no such page · Pult");
  await page.getByRole("link", { name: "To the overview" }).click();
  await expect(heading(page)).toHaveText("Overview");
  for (const address of ["/sip/abc", "/sip/0", "/sip/25/nothing"]) {
    await page.goto(address);
    await expect(page.getByRole("main")).toContainText(/There is no such (account|page)/);
  }
});
