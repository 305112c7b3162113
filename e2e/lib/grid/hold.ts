import { expect, type Locator } from "@playwright/test";
import type { Stage, Writing } from "./entry.ts";

/** A section that has no operation but reads. */
export const ELSEWHERE = "/status";

export async function goElsewhere({ page }: Stage): Promise<void> {
  // Also from behind a dialog.
  await page.locator(`nav a[href="${ELSEWHERE}"]`).first().dispatchEvent("click");
}

/** What is asked of one who goes while a write is under way. */
export function question({ page, t }: Stage): Locator {
  return page.getByRole("dialog", { name: t("unsaved.savingTitle") });
}

/** While a write is under way no way out is taken by accident; one stays. */
export async function expectHeld(stage: Stage, { leaves }: Writing): Promise<void> {
  const { page, t } = stage;
  const closes = await page.evaluate(() =>
    dispatchEvent(new Event("beforeunload", { cancelable: true })),
  );
  expect(closes, "whether the page closes without a question").toBe(false);
  if (leaves === true) return;
  for (const leave of [goElsewhere, () => page.goBack()]) {
    await leave(stage);
    await question(stage)
      .getByRole("button", { name: t("unsaved.savingStay") })
      .click();
    await expect(question(stage)).toHaveCount(0);
  }
}
