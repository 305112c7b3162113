import { expect, test } from "./fixtures.ts";
import {
  setViewport,
  findForcedColourIssues,
  forceColours,
  changeViewport,
  findLayoutIssues,
} from "./lib/a11yIssues.ts";
import { pseudoTexts, applyPseudoLocale } from "./lib/pseudoLocale.ts";
import { rows } from "./lib/screen.ts";
import { sipAccount } from "./screens/account.ts";

// `npm run a11y` checks all screens.

test("texts that are 40 % longer fit on a desktop and on a phone", async ({ page, office }) => {
  await applyPseudoLocale(page);
  await setViewport(page, "light", 1280);
  if ("unreachable" in sipAccount.full) throw new Error("The account screen must be reachable.");
  await sipAccount.full({ page, office, t: pseudoTexts("en-US") });
  expect(await findLayoutIssues(page)).toEqual([]);
  await changeViewport(page, "light", 320);
  expect(await findLayoutIssues(page)).toEqual([]);
});

/** Runs in the page. */
const getColors = (element: Element) => {
  const { borderTopColor, backgroundColor } = getComputedStyle(element);
  return { borderTopColor, backgroundColor };
};

test("in dark mode an enabled checkbox looks different from a disabled one", async ({ page }) => {
  await setViewport(page, "dark", 1280);
  await page.goto("/directions");
  const box = page.getByRole("row", { name: /Albania/ }).getByRole("checkbox");
  const enabled = await box.evaluate(getColors);
  await box.evaluate((element) => element.setAttribute("disabled", ""));
  const disabled = await box.evaluate(getColors);
  expect(disabled.borderTopColor).not.toBe(enabled.borderTopColor);
  expect(disabled.backgroundColor).not.toBe(enabled.backgroundColor);
});

test("in forced colours the focus, the selection and drawings are visible", async ({ page }) => {
  await forceColours(page);
  await page.goto("/sip");
  await page.getByRole("button", { name: /^Offline/ }).click();
  await expect(rows(page).first()).toContainText("Offline");
  expect(await findForcedColourIssues(page)).toEqual([]);
  await page.goto("/sip/25/edit");
  await expect(page.getByRole("dialog").getByLabel("Name")).toBeFocused();
  expect(await findForcedColourIssues(page)).toEqual([]);
});
