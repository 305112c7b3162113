import { test } from "@playwright/test";
import { expect, settle } from "./stableChecks.ts";
import {
  type FaultCase,
  navigateAway,
  expectTitleCount,
  failureTitle,
  operationLabel,
} from "./faultCase.ts";
import type { FaultCondition } from "./conditions.ts";
import { clearRecordedRequests } from "./requestLog.ts";
import { expectLateFailureReported } from "./lateFailure.ts";
import { runFaultCase } from "./runFaultCase.ts";

/** Longer than the app caches unused data. */
const CACHE_EXPIRY_S = 11 * 60;
/** A path of the app that requests nothing from the provider. */
export const MISSING_PAGE = "/nowhere";

const caseTitle = (faultCase: FaultCase, condition: FaultCondition) =>
  `${operationLabel(faultCase)} × ${condition.name}`;

/**
 * Runs an operation under each condition, one after another on one page. Each case is a named test
 * step. Returns the failures.
 */
export async function runFaultCases(
  faultCase: FaultCase,
  conditions: readonly FaultCondition[],
): Promise<string[]> {
  const failures: string[] = [];
  for (const condition of conditions) {
    const failure = await runCase(faultCase, condition, async () => {
      await resetCase(faultCase);
      await runFaultCase(faultCase, condition);
      await settle(faultCase);
      await expectTitleCount(faultCase, failureTitle(faultCase, condition), 0);
      if (faultCase.entry.kind === "read" || condition.name !== "hang") return;
      await resetCase(faultCase);
      await expectLateFailureReported(faultCase, condition);
    });
    if (failure === undefined) continue;
    failures.push(failure);
    await faultCase.context.page.context().setOffline(false);
    await faultCase.context.page.goto(MISSING_PAGE);
  }
  return failures;
}

/** Runs one test step and returns its failure, if any. */
async function runCase(
  faultCase: FaultCase,
  condition: FaultCondition,
  act: () => Promise<unknown>,
): Promise<string | undefined> {
  const name = caseTitle(faultCase, condition);
  try {
    await test.step(name, act);
    return undefined;
  } catch (error) {
    return `${name}: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Resets the office, and clears what the page has cached or stored. */
async function resetCase({ context, clock, office }: FaultCase): Promise<void> {
  // A toast stays as long as the mouse hovers over it.
  await context.page.mouse.move(0, 0);
  await navigateAway(context, MISSING_PAGE);
  await expect(context.page.getByRole("heading", { level: 1 })).toHaveText(
    context.t("missing.title"),
  );
  // Forms store their drafts when they unmount.
  await context.page.evaluate(() => sessionStorage.clear());
  await clock.fastForward(CACHE_EXPIRY_S);
  await clock.waitForResponses();
  await office.reset();
  await clearRecordedRequests(context.page);
}
