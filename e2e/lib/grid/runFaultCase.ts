import { checkOnce, expect, expectStable, settle } from "./stableChecks.ts";
import type { Locator } from "@playwright/test";
import { label } from "#api/operation.ts";
import { operations } from "#api/operations.ts";
import {
  type FaultCase,
  countRequests,
  expectRequestCount,
  expectTitleCount,
  expectFailureReported,
  serverNoticePattern,
  navigateTo,
  locateFailure,
  hasRetryAfter,
  locateRetryButton,
  failureTitle,
} from "./faultCase.ts";
import { RETRY_AFTER_S, SLOW_S, type FaultCondition, FAULT_CONDITIONS } from "./conditions.ts";
import { textPattern } from "../texts.ts";
import {
  TWO_PAGES_OF_ACCOUNTS,
  expectRateLimitedLoading,
  expectUnaffected,
  expectIncompleteListReported,
  expectInvalidRowReported,
} from "./outcomes.ts";
import { expireLogin, goOffline } from "./unreachable.ts";
import { expectLeaveBlocked } from "./leaveGuard.ts";
import { holdResponse, groupReads, latestRequestAt } from "./requestLog.ts";

/** Viewports, in CSS pixels: a small laptop and a small phone. */
const DESK = { width: 1280, height: 720 };
const PHONE = { width: 360, height: 640 };
/** Longer than the app's request timeout plus its retry delay. */
export const TIMEOUT_S = 16.5;
/** Longer than the retry delay, shorter than the polling interval. */
const RETRY_DELAY_S = 1.5;
/** Longer than the interval at which the app checks whether the server is reachable again. */
const RECONNECT_S = 5;
/** Shorter than any interval at which the app polls. */
const RETRY_AT_ONCE_MS = 3000;
/** More retry delays than three timed-out attempts take. */
const MAX_RETRY_DELAYS = 60;

/** Runs one operation under one condition: what is reported, what is kept, and how it recovers. */
export async function runFaultCase(faultCase: FaultCase, condition: FaultCondition): Promise<void> {
  const { name, outcome } = condition;
  const { clock } = faultCase;
  await faultCase.context.page.setViewportSize(DESK);
  if (outcome === "incomplete" || outcome === "rateLimited")
    await faultCase.office.reset({ accounts: TWO_PAGES_OF_ACCOUNTS });
  // What the server reads for itself would count to the limit.
  if (outcome === "rateLimited") await faultCase.office.watched();
  await openScreen(faultCase);
  if (outcome === "slow") return expectSlowHandled(faultCase);
  await injectFault(faultCase, condition);
  if (outcome === "unreachable") return expectServerLossHandled(faultCase, condition);
  if (faultCase.entry.kind === "write") await alternateViewport(faultCase, condition);
  await triggerOperation(faultCase);
  if (outcome === "unnoticed") return expectUnaffected(faultCase);
  if (outcome === "invalidRow") return expectInvalidRowReported(faultCase);
  if (outcome === "incomplete") return expectIncompleteListReported(faultCase);
  if (outcome === "rateLimited") return expectRateLimitedLoading(faultCase);
  if (name === "hang") await expectTimeoutReported(faultCase, condition);
  await advanceUntilReported(faultCase, condition);
  await expectReported(faultCase, condition);
  await expectRequestLimits(faultCase, condition);
  await clock.runFor(hasRetryAfter(condition) ? RETRY_AFTER_S - 20 : RETRY_DELAY_S);
  await expectRefetched(faultCase, condition);
  await settle(faultCase, name === "hang");
  await checkOnce(() => expectReported(faultCase, condition));
  await expectRequestLimits(faultCase, condition);
  await faultCase.office.faults();
  if (hasRetryAfter(condition)) await clock.runFor(25);
  await clock.waitForResponses();
  await recover(faultCase, condition);
}

/** Uses a phone's viewport for every second condition, so that messages are checked there, too. */
async function alternateViewport(
  { context: { page } }: FaultCase,
  condition: FaultCondition,
): Promise<void> {
  await page.setViewportSize(FAULT_CONDITIONS.indexOf(condition) % 2 === 0 ? DESK : PHONE);
}

/** Opens the screen, up to the action that triggers the operation. */
export async function openScreen({ entry, context }: FaultCase): Promise<void> {
  if (entry.kind === "read" && entry.trigger === undefined) return;
  await navigateTo(context, entry.path);
  if (entry.kind === "write") {
    await entry.fill(context);
    // From here on the server may be unreachable: the page must have loaded.
    await expect(entry.submitButton(context)).toBeVisible();
  } else await expect(context.page.getByRole("dialog").getByRole("radio").first()).toBeVisible();
}

export async function injectFault(
  { name, entry, office }: FaultCase,
  condition: FaultCondition,
): Promise<void> {
  if (condition.fault === undefined) return;
  const invalidField = entry.kind === "write" ? entry.invalidField : undefined;
  const fields =
    invalidField && condition.name === "status:422" ? { [invalidField.field]: ["Wrong."] } : {};
  await office.faults({ operation: label(operations[name]), fields, ...condition.fault });
}

export async function triggerOperation({ entry, context }: FaultCase): Promise<void> {
  if (entry.kind === "write") await entry.submitButton(context).click();
  else if (entry.trigger === undefined) await navigateTo(context, entry.path);
  else await entry.trigger(context);
}

/** Expects a pending state, no second request on a second click, and then success. */
async function expectSlowHandled(faultCase: FaultCase): Promise<void> {
  const { name, entry, context, clock } = faultCase;
  const response = await holdResponse(context.page, operations[name]);
  await triggerOperation(faultCase);
  await response.requested;
  await clock.runFor(SLOW_S);
  if (entry.kind === "read") {
    await entry.expectLoading(context);
    await expect(context.page.getByRole("alert")).toHaveCount(0);
    await response.release();
    return expectUnaffected(faultCase);
  }
  const button = entry.submitButton(context);
  const expectPending = () => entry.expectPending?.(context) ?? expect(button).toBeDisabled();
  await expectPending();
  if ((await button.count()) > 0) await button.dispatchEvent("click");
  await context.page.keyboard.press("Enter");
  await settle(faultCase, true);
  await checkOnce(expectPending);
  await expectLeaveBlocked(faultCase, entry);
  await response.release();
  await expectUnaffected(faultCase);
}

const expectedAttempts = ({ entry }: FaultCase, { attempts }: FaultCondition): number =>
  entry.kind === "write" || entry.attemptedOnce === true ? 1 : attempts;

/** Expects the timeout to be reported, for a read already while it is retried. */
async function expectTimeoutReported(
  faultCase: FaultCase,
  condition: FaultCondition,
): Promise<void> {
  await expect.poll(() => countRequests(faultCase)).toBe(1);
  await faultCase.clock.runFor(TIMEOUT_S);
  if (faultCase.entry.kind === "read" && faultCase.entry.besideExistingData === true) return;
  await expect(locateFailure(faultCase, failureTitle(faultCase, condition))).toBeVisible();
}

/** Advances the clock until a read has used up its retries. */
async function advanceUntilReported(
  faultCase: FaultCase,
  condition: FaultCondition,
): Promise<void> {
  if (expectedAttempts(faultCase, condition) === 1) return;
  const { clock } = faultCase;
  const retry = locateRetryButton(faultCase, failureTitle(faultCase, condition));
  for (let pause = 0; pause < MAX_RETRY_DELAYS; pause++) {
    if (condition.name !== "hang") await clock.waitForResponses();
    if (await retry.isVisible()) return;
    await clock.runFor(RETRY_DELAY_S);
  }
}

async function expectReported(faultCase: FaultCase, condition: FaultCondition): Promise<void> {
  const { entry, context } = faultCase;
  const isWrite = entry.kind === "write";
  const successTexts = isWrite ? entry.successTexts?.[condition.name] : undefined;
  if (isWrite && condition.name === "status:422" && entry.invalidField !== undefined) {
    await expect(entry.invalidField.input(context)).toHaveAccessibleDescription(/Wrong\./);
    await expect(entry.invalidField.input(context)).toBeFocused();
    await expectTitleCount(faultCase, failureTitle(faultCase, condition), 0);
    await expect(context.page.getByRole("alert")).toHaveCount(0);
    await entry.expectInputKept?.(context);
  } else if (successTexts !== undefined) {
    await expect(context.page.getByText(textPattern(context.t(successTexts)))).toBeVisible();
    await expect(context.page.getByRole("alert")).toHaveCount(0);
  } else {
    await expectFailureReported(faultCase, condition);
  }
}

/** Expects one request for a write; for a read, the expected attempts, and none before Retry-After. */
async function expectRequestLimits(faultCase: FaultCase, condition: FaultCondition): Promise<void> {
  if (faultCase.entry.kind === "write") return expectRequestCount(faultCase, 1);
  const requestCount = await countRequests(faultCase);
  const reads = await groupReads(faultCase.context.page, operations[faultCase.name]);
  expect(reads[0]?.attempts, "attempts of the first read").toBe(
    expectedAttempts(faultCase, condition),
  );
  expect(requestCount, "requests that reached the sandbox").toBeGreaterThan(0);
  // The proxy retries a read once when its connection breaks.
  const perAttempt = condition.name === "drop" ? 2 : 1;
  expect(requestCount, "requests that reached the sandbox").toBeLessThanOrEqual(
    reads.reduce((sum, { attempts }) => sum + attempts * perAttempt, 0),
  );
  const [first, second] = reads;
  if (!hasRetryAfter(condition) || first === undefined || second === undefined) return;
  expect(second.start - first.end).toBeGreaterThanOrEqual(RETRY_AFTER_S * 1000);
}

/** Expects a refetch after a write whose outcome is unknown. */
async function expectRefetched(
  { name, entry, office }: FaultCase,
  condition: FaultCondition,
): Promise<void> {
  if (entry.kind === "read" || condition.outcomeUnknown !== true) return;
  const readAfter = async () => {
    const all = (await office.requests()).map(({ operation }) => operation);
    return all.slice(all.indexOf(label(operations[name])) + 1);
  };
  await expect
    .poll(readAfter, "operations after the write")
    .toContain(label(operations[entry.refetches]));
}

/** Presses the retry button, and expects a request at once, not at the next poll. */
async function expectRetried({ name, context }: FaultCase, retry: Locator): Promise<void> {
  const { page } = context;
  const pressedAt = await page.evaluate(() => Date.now());
  await retry.click();
  const requestedAfterMs = async () => (await latestRequestAt(page, operations[name])) - pressedAt;
  await expect.poll(requestedAfterMs, "a request after “retry”").toBeGreaterThanOrEqual(0);
  expect(await requestedAfterMs(), "ms until “retry” asks").toBeLessThan(RETRY_AT_ONCE_MS);
}

async function recover(faultCase: FaultCase, condition: FaultCondition): Promise<void> {
  const { entry, context } = faultCase;
  if (entry.kind === "read") {
    const retry = locateRetryButton(faultCase, failureTitle(faultCase, condition));
    // After Retry-After, most reads have continued by themselves.
    if (!hasRetryAfter(condition) || (await retry.count()) > 0)
      await expectRetried(faultCase, retry);
    return expectStable(faultCase, async () => {
      await entry.expectLoaded(context);
      await expect(context.page.getByRole("alert")).toHaveCount(0);
    });
  }
  if (entry.successTexts?.[condition.name] !== undefined) await entry.fill(context);
  await entry.submitButton(context).click();
  await expectStable(faultCase, async () => {
    await expect(entry.successLocator(context)).toBeVisible();
    await expect(context.page.getByRole("alert")).toHaveCount(0);
    await expectRequestCount(faultCase, condition.outcome === "unreachable" ? 1 : 2);
  });
}

/**
 * Our own server is unreachable: the browser is offline, or the login has expired. The page frame
 * reports it once for all requests. Afterwards reads continue by themselves, writes do not.
 */
async function expectServerLossHandled(
  faultCase: FaultCase,
  condition: FaultCondition,
): Promise<void> {
  const { entry, context, clock } = faultCase;
  const title = failureTitle(faultCase, condition);
  if (entry.kind === "write") await alternateViewport(faultCase, condition);
  const restore = await (condition.name === "login"
    ? expireLogin(faultCase)
    : goOffline(faultCase));
  try {
    await triggerOperation(faultCase);
    const expectLossReported = async () => {
      await expect(context.page.getByText(serverNoticePattern(context))).toBeAttached();
      if (entry.kind === "write") await expectFailureReported(faultCase, condition);
      else await expectTitleCount(faultCase, title, 1);
      await expectRequestCount(faultCase, 0);
    };
    await expectStable(faultCase, expectLossReported);
  } finally {
    await restore();
  }
  await clock.runFor(RECONNECT_S);
  await clock.waitForResponses();
  if (entry.kind === "write") {
    await expectRequestCount(faultCase, 0);
    return recover(faultCase, condition);
  }
  await expectUnaffected(faultCase);
}
