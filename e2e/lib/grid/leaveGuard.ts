import type { Locator } from "@playwright/test";
import type { PageContext, WriteEntry } from "./entry.ts";
import type { FaultCase } from "./faultCase.ts";
import { expect, expectStable } from "./stableChecks.ts";

/** A section without writes. */
export const OTHER_SECTION = "/status";

export async function leaveScreen({ page }: PageContext): Promise<void> {
  // `dispatchEvent` also works behind a dialog.
  await page.locator(`nav a[href="${OTHER_SECTION}"]`).first().dispatchEvent("click");
}

/** The confirmation for leaving while a write is pending. */
export function leaveDialog({ page, t }: PageContext): Locator {
  return page.getByRole("dialog", { name: t("unsaved.savingTitle") });
}

/** Expects that leaving during a pending write asks for a confirmation, and stays. */
export async function expectLeaveBlocked(
  faultCase: FaultCase,
  { leavesFreely }: WriteEntry,
): Promise<void> {
  const { context } = faultCase;
  const { page, t } = context;
  const address = page.url();
  const isUnloadAllowed = await page.evaluate(() =>
    dispatchEvent(new Event("beforeunload", { cancelable: true })),
  );
  expect(isUnloadAllowed, "whether the page may close without a confirmation").toBe(false);
  if (leavesFreely === true) return;
  for (const leave of [leaveScreen, () => page.goBack()]) {
    await leave(context);
    await leaveDialog(context)
      .getByRole("button", { name: t("unsaved.savingStay") })
      .click();
    await expectStable(
      faultCase,
      async () => {
        await expect(leaveDialog(context)).toHaveCount(0);
        await expect(page).toHaveURL(address);
      },
      true,
    );
  }
}
