import { expect, test } from "./fixtures.ts";
import { heading, delayScripts, rows, shownCount } from "./lib/screen.ts";

// With an empty cache.
test.use({ fresh: true });

test("the page frame is shown before any script, and does not shift", async ({ page }) => {
  const release = await delayScripts(page);
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

  test("the page shows that it needs JavaScript", async ({ page }) => {
    await page.goto("/sip");
    const noscript = page.locator("noscript");
    await expect(noscript).toContainText("Pult needs JavaScript", { useInnerText: true });
    await expect(noscript).toBeInViewport();
  });
});

test("the list shows all accounts, and the badge shows sandbox mode", async ({ page }) => {
  await page.goto("/sip");
  await expect(page).toHaveTitle("SIP accounts · Pult");
  await expect(shownCount(page)).toHaveText("24 accounts");
  await expect(page.getByRole("table")).toHaveAttribute("aria-rowcount", "25");
  await expect(rows(page).first()).toHaveText(/Online.*200.*Ресепшен.*\+7.900.000-00-25.*20\ss/);
  await page.getByRole("button", { name: "Sandbox" }).click();
  const controls = page.getByRole("dialog", { name: "Sandbox" });
  await expect(controls).toContainText("Nothing here reaches a real phone");
  await page.keyboard.press("Escape");
  await expect(controls).toBeHidden();
  await expect(page.getByRole("button", { name: "Sandbox" })).toBeFocused();
});

test("the sandbox panel resets the office and sets faults", async ({ page, monitor }) => {
  monitor.expectFailedRequests();
  await page.goto("/sip");
  await page.getByRole("button", { name: "Sandbox" }).click();
  const controls = page.getByRole("dialog", { name: "Sandbox" });
  await controls.getByText("Another office, or a single fault").click();
  await controls.getByLabel("Number of accounts").fill("3");
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

test("the navigation opens every section", async ({ page }) => {
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

test("breadcrumbs show the current page and lead back", async ({ page }) => {
  await page.goto("/sip");
  await page.getByRole("link", { name: "Ресепшен" }).click();
  await page.getByRole("link", { name: "Edit", exact: true }).click();
  const breadcrumbs = page.getByRole("navigation", { name: "Where you are" });
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(breadcrumbs.getByRole("listitem")).toHaveText(["SIP accounts", "Account"]);
  await expect(breadcrumbs.getByText("Account", { exact: true })).toHaveAttribute(
    "aria-current",
    "page",
  );
  await expect(page).toHaveTitle("200 Ресепшен · Pult");
  await breadcrumbs.getByRole("link", { name: "SIP accounts" }).click();
  await expect(heading(page)).toHaveText("SIP accounts");
  await expect(page.getByRole("link", { name: "Ресепшен" })).toBeFocused();
});

test("the first Tab stop is a skip link to the content", async ({ page }) => {
  await page.goto("/sip");
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press("Tab");
  const fastForward = page.getByRole("link", { name: "Skip to the content" });
  await expect(fastForward).toBeFocused();
  await expect(fastForward).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Create account" })).toBeFocused();
});

test("unknown URLs and unknown accounts show a not-found page", async ({ page }) => {
  await page.goto("/nowhere/at/all");
  await expect(heading(page)).toHaveText("There is no such page");
  await expect(page).toHaveTitle("There is no such page · Pult");
  await page.getByRole("link", { name: "Go to the overview" }).click();
  await expect(heading(page)).toHaveText("Overview");
  for (const address of ["/sip/abc", "/sip/0", "/sip/25/nothing"]) {
    await page.goto(address);
    await expect(page.getByRole("main")).toContainText(/There is no such (account|page)/);
  }
});

test("a story of the sandbox begins with one click, and the usual office comes back", async ({
  page,
  monitor,
  scan,
}) => {
  monitor.expectFailedRequests();
  await page.goto("/sip");
  await page.getByRole("button", { name: "Sandbox" }).click();
  const stories = page.getByRole("dialog", { name: "Sandbox" });
  await scan();
  await stories.getByRole("button", { name: "Start: An office on its first day" }).click();
  await expect(page.getByText("No accounts yet", { exact: true })).toBeAttached();
  await stories.getByRole("button", { name: "Start: The provider refuses the token" }).click();
  await expect(stories.getByRole("listitem").filter({ hasText: "token" })).toContainText("on now");
  await stories.getByRole("button", { name: "Back to the usual office" }).click();
  await stories.getByRole("button", { name: "Start: A morning with three drops" }).click();
  const item = stories.getByRole("listitem").filter({ hasText: "three drops" });
  await item.getByRole("link", { name: "Open the status board" }).click();
  await expect(page).toHaveURL("/status");
  await expect(stories).toBeHidden();
});
