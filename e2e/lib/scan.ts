import { expect, type Page } from "@playwright/test";
import axe, { type Result, type RunOnly } from "axe-core";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** All that a colour scheme can break on a page that was found good in the other one. */
const COLOURS = ["color-contrast", "link-in-text-block"];

export type What = "all" | "colours";

/**
 * What axe finds on the page as it is now, once its animations are over, in words. `colours`
 * is for a page that was scanned whole and has got nothing but other colours since.
 */
export async function findings(page: Page, what: What = "all"): Promise<string[]> {
  await settled(page);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const runOnly: RunOnly =
    what === "all" ? { type: "tag", values: TAGS } : { type: "rule", values: COLOURS };
  const violations = await page.evaluate(async (only): Promise<Result[]> => {
    const { run } = (window as unknown as { axe: typeof axe }).axe;
    // To describe also each element that is good takes axe twice as long as to find out.
    const results = await run({ runOnly: only, resultTypes: ["violations"] });
    return results.violations;
  }, runOnly);
  return violations.map(({ id, help, nodes }) => {
    const places = nodes.map(
      ({ target, failureSummary }) => `${target.join(" ")}\n${failureSummary}`,
    );
    return `${id}: ${help}\n${places.join("\n")}`;
  });
}

/** Holds that axe finds nothing; see `findings`. */
export async function scan(page: Page, what: What = "all"): Promise<void> {
  const words = await findings(page, what);
  expect(words.join("\n\n"), "axe finds nothing").toBe("");
}

/** A half-faded dialog has half its contrast. What turns for ever is not waited for. */
export async function settled(page: Page): Promise<void> {
  const moving = () =>
    page.evaluate(
      () =>
        document
          .getAnimations()
          .filter((one) => one.playState === "running")
          .filter((one) => one.effect?.getComputedTiming().endTime !== Infinity).length,
    );
  await expect.poll(moving).toBe(0);
}
