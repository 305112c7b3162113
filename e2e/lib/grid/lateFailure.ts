import { expect, expectStable } from "./stableChecks.ts";
import {
  type FaultCase,
  countRequests,
  expectRequestCount,
  expectTitleCount,
  locateNotice,
  failureTitle,
} from "./faultCase.ts";
import { rows } from "../screen.ts";
import type { FaultCondition } from "./conditions.ts";
import { OTHER_SECTION, leaveScreen, leaveDialog } from "./leaveGuard.ts";
import { triggerOperation, injectFault, openScreen, TIMEOUT_S } from "./runFaultCase.ts";

/** Expects that a failed write is reported on the page to which the user has gone meanwhile. */
export async function expectLateFailureReported(
  faultCase: FaultCase,
  condition: FaultCondition,
): Promise<void> {
  const { entry, context, clock } = faultCase;
  await openScreen(faultCase);
  await injectFault(faultCase, condition);
  await triggerOperation(faultCase);
  await expect.poll(() => countRequests(faultCase)).toBe(1);
  await leaveScreen(context);
  if (entry.kind === "write" && entry.leavesFreely !== true) {
    await leaveDialog(context)
      .getByRole("button", { name: context.t("unsaved.savingLeave"), exact: true })
      .click();
  }
  await expect(context.page).toHaveURL(OTHER_SECTION);
  await expect(context.page.getByRole("dialog")).toHaveCount(0);
  // That page must have loaded before the time-out.
  await expect(rows(context.page).first()).toContainText(context.t("status.offline"));
  await clock.runFor(TIMEOUT_S);
  const title = failureTitle(faultCase, condition);
  await expectStable(
    faultCase,
    async () => {
      await expect(locateNotice(context, title)).toBeVisible();
      await expectTitleCount(faultCase, title, 1);
      await expectRequestCount(faultCase, 1);
      await expect(context.page).toHaveURL(OTHER_SECTION);
    },
    true,
  );
  // It stays until it is closed.
  const notice = locateNotice(context, title);
  // The newest toast is the last one.
  await notice
    .getByRole("button", { name: context.t("ui.close"), exact: true })
    .last()
    .click();
  await expectStable(faultCase, () => expect(notice).toHaveCount(0), true);
}
