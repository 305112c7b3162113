import { expect, type Page } from "@playwright/test";
import axe, { type Result, type RunOnly } from "axe-core";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The rules that only a colour scheme can break. */
const COLOURS = ["color-contrast", "link-in-text-block"];

export type ScanScope = "all" | "colours";

/**
 * Descriptions of axe's violations on the current page, after its animations. Use `colours` for a
 * page that was fully scanned before and has only changed its colours.
 */
export async function findAxeViolations(page: Page, scope: ScanScope = "all"): Promise<string[]> {
  await waitForAnimations(page);
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe.source);
  const runOnly: RunOnly =
    scope === "all" ? { type: "tag", values: TAGS } : { type: "rule", values: COLOURS };
  const violations = await page.evaluate(async (only): Promise<Result[]> => {
    const { run } = (window as unknown as { axe: typeof axe }).axe;
    // Reporting passes, too, would double the time.
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

/** Expects no violations; see `findAxeViolations`. */
export async function expectNoAxeViolations(page: Page, scope: ScanScope = "all"): Promise<void> {
  const violations = await findAxeViolations(page, scope);
  expect(violations.join("\n\n"), "axe violations").toBe("");
}

/** Waits for animations, because a fading dialog has less contrast; ignores endless ones. */
export async function waitForAnimations(page: Page): Promise<void> {
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
