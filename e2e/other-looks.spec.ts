import { expect, test } from "./fixtures.ts";
import {
  setViewport,
  findForcedColourIssues,
  forceColours,
  applyLook,
  findLayoutIssues,
} from "./lib/a11yIssues.ts";
import { pseudoTexts, speakPseudo } from "./lib/pseudo.ts";
import { rows } from "./lib/screen.ts";
import { sipAccount } from "./screens/account.ts";

// All screens: `npm run a11y`.

test("texts 40 % longer fit a desk and a phone", async ({ page, office }) => {
  await speakPseudo(page);
  await setViewport(page, "light", 1280);
  if ("never" in sipAccount.full) throw new Error("An account is always seen.");
  await sipAccount.full({ page, office, t: pseudoTexts("en-US") });
  expect(await findLayoutIssues(page)).toEqual([]);
  await applyLook(page, "light", 320);
  expect(await findLayoutIssues(page)).toEqual([]);
});

/** Runs in the page. */
const colorsOf = (element: Element) => {
  const { borderTopColor, backgroundColor } = getComputedStyle(element);
  return { borderTopColor, backgroundColor };
};

test("in dark an empty box looks like one that can be ticked", async ({ page }) => {
  await setViewport(page, "dark", 1280);
  await page.goto("/directions");
  const box = page.getByRole("row", { name: /Albania/ }).getByRole("checkbox");
  const enabled = await box.evaluate(colorsOf);
  await box.evaluate((element) => element.setAttribute("disabled", ""));
  const disabled = await box.evaluate(colorsOf);
  expect(disabled.borderTopColor).not.toBe(enabled.borderTopColor);
  expect(disabled.backgroundColor).not.toBe(enabled.backgroundColor);
});

test("in the colours of the system the focus shows, what is chosen, and what is drawn", async ({
  page,
}) => {
  await forceColours(page);
  await page.goto("/sip");
  await page.getByRole("button", { name: /^Offline/ }).click();
  await expect(rows(page).first()).toContainText("Offline");
  expect(await findForcedColourIssues(page)).toEqual([]);
  await page.goto("/sip/25/edit");
  await expect(page.getByRole("dialog").getByLabel("Name")).toBeFocused();
  expect(await findForcedColourIssues(page)).toEqual([]);
});
