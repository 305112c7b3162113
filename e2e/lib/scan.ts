import { expect, type Page } from "@playwright/test";
import axe, { type AxeResults } from "axe-core";

const TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Holds that axe finds nothing on the page as it is now, once its animations are over. */
export async function scan(page: Page): Promise<void> {
  await settled(page);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(
    (tags): Promise<AxeResults> =>
      (window as unknown as { axe: typeof axe }).axe.run({ runOnly: tags }),
    TAGS,
  );
  const words = violations.map(({ id, help, nodes }) => {
    const places = nodes.map(
      ({ target, failureSummary }) => `${target.join(" ")}\n${failureSummary}`,
    );
    return `${id}: ${help}\n${places.join("\n")}`;
  });
  expect(words.join("\n\n"), "axe finds nothing").toBe("");
}

/** A half-faded dialog has half its contrast. What turns for ever is not waited for. */
async function settled(page: Page): Promise<void> {
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
