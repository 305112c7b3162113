import type { Locator } from "@playwright/test";
import type { OperationName } from "#api/operations.ts";
import { label } from "#api/operation.ts";
import { operations } from "#api/operations.ts";
import type { Clock } from "../clock.ts";
import type { Office } from "../office.ts";
import { textPattern } from "../texts.ts";
import type { FaultCondition } from "./conditions.ts";
import type { ReadEntry, PageContext, WriteEntry } from "./entry.ts";
import { expect } from "./stableChecks.ts";

/** Developer text that must not reach the user. */
const DEVELOPER_TEXT =
  /\b(Type|Syntax|Range|Zod|Api)Error\b|\bundefined\b|\bNaN\b|\[object |Unexpected token|<\/?html|invalid_type|\bat \w+ \(|nginx/;

/** An operation, how its screen uses it, the page, its clock and the office. */
export interface FaultCase {
  name: OperationName;
  entry: ReadEntry | WriteEntry;
  context: PageContext;
  clock: Clock;
  office: Office;
}

export const operationLabel = ({ name }: FaultCase): string => label(operations[name]);

/** How many requests of the operation reached the sandbox since the reset. */
export async function countRequests({ name, office }: FaultCase): Promise<number> {
  return (await office.requests(label(operations[name]))).length;
}

export async function expectRequestCount(faultCase: FaultCase, times: number): Promise<void> {
  expect(await countRequests(faultCase), "requests that reached the sandbox").toBe(times);
}

/** Navigates inside the app, like a link. */
export async function navigateTo({ page }: PageContext, to: string): Promise<void> {
  await page.evaluate((address) => {
    const { idx = 0 } = (history.state ?? {}) as { idx?: number };
    const state = { idx: idx + 1 };
    history.pushState(state, "", address);
    dispatchEvent(new PopStateEvent("popstate", { state }));
  }, to);
}

/** Navigates inside the app without the confirmation for unsaved changes; forms keep their draft. */
export async function navigateAway({ page }: PageContext, to: string): Promise<void> {
  await page.evaluate((address) => {
    // react-router can't block a navigation whose history index is unknown.
    history.pushState(null, "", address);
    dispatchEvent(new PopStateEvent("popstate", { state: null }));
    history.replaceState({ idx: 0 }, "");
  }, to);
}

/** The title under which the failure is reported, in the page's language. */
export function failureTitle({ entry, context }: FaultCase, condition: FaultCondition): string {
  const { name, title, writeTitle = title } = condition;
  const key = entry.titles?.[name] ?? (entry.kind === "write" ? writeTitle : title);
  return key === undefined ? "" : context.t(key);
}

/** The element that reports the failure: the entry's own, or the notice with its title. */
export function locateFailure(faultCase: FaultCase, title: string): Locator {
  const { entry, context } = faultCase;
  if (entry.failureLocator !== undefined)
    return entry.failureLocator(context).filter({ hasText: title });
  return locateNotice(context, title);
}

export function locateNotice(context: PageContext, title: string): Locator {
  return context.page
    .locator("[role=alert], [role=status]")
    .filter({ hasText: title, hasNotText: serverNoticePattern(context) });
}

/** Matches the notices of the page frame while our own server is unreachable. */
export function serverNoticePattern({ t }: PageContext): RegExp {
  const all = (["app.offline", "app.offlineNoData", "app.login"] as const).map((key) => t(key));
  return new RegExp(
    all.map((text) => textPattern(text).source.replace(".*", ".{0,40}?")).join("|"),
  );
}

export function locateRetryButton(faultCase: FaultCase, title: string): Locator {
  const { entry, context } = faultCase;
  const key = (entry.kind === "read" ? entry.retryText : undefined) ?? "ui.retry";
  return locateFailure(faultCase, title).getByRole("button", { name: context.t(key), exact: true });
}

/**
 * Expects that the page is not blank, shows no developer text, contains the title this many times,
 * and has at most one alert.
 */
export async function expectTitleCount(
  { entry, context }: FaultCase,
  title: string,
  times: number,
): Promise<void> {
  const { page, t } = context;
  const { text, frame, alerts } = await page.evaluate(
    (nav) => ({
      text: document.body.innerText.replaceAll("\u00a0", " "),
      frame: document.querySelector(`nav[aria-label="${nav}"]`) !== null,
      alerts: document.querySelectorAll("[role=alert]").length,
    }),
    t("app.nav"),
  );
  expect(frame, "the frame of the page").toBe(true);
  expect(text).not.toMatch(DEVELOPER_TEXT);
  // For a write only the form's message counts, not the frame's notice about outdated data.
  const rest = entry.kind === "write" ? text.replace(serverNoticePattern(context), "") : text;
  const count = title === "" ? 0 : rest.split(title.replaceAll("\u00a0", " ")).length - 1;
  expect(count, `occurrences of “${title}” in: ${text}`).toBe(times);
  expect(alerts).toBeLessThanOrEqual(1);
}

/** Expects that a failure is reported once, in its place, with a way to recover. */
export async function expectFailureReported(
  faultCase: FaultCase,
  condition: FaultCondition,
): Promise<void> {
  const { entry, context } = faultCase;
  const title = failureTitle(faultCase, condition);
  const failureLocator = locateFailure(faultCase, title);
  const recoverButton =
    entry.kind === "read" ? locateRetryButton(faultCase, title) : entry.submitButton(context);
  await expect(failureLocator).toBeVisible();
  if (entry.kind === "write") await expect(failureLocator).toBeInViewport({ ratio: 0.9 });
  await expect(recoverButton).toBeEnabled();
  await expectTitleCount(faultCase, title, 1);
  for (const detail of expectedDetails(faultCase, condition)) {
    await expect(failureLocator).toContainText(detail);
  }
  await entry.expectInputKept?.(context);
  if (entry.kind === "read") await entry.expectUnknown?.(context);
  else await expect(entry.successLocator(context)).toHaveCount(0);
}

/** Whether the provider sends Retry-After. */
export const hasRetryAfter = ({ fault }: FaultCondition): boolean =>
  fault?.retryAfter !== undefined;

/** The details that must be shown besides the title, where there is space for them. */
function* expectedDetails(
  { entry, context: { t } }: FaultCase,
  condition: FaultCondition,
): Generator<string | RegExp> {
  const { name, providerMessage } = condition;
  if (name === "status:401") yield "PLUSOFON_TOKEN";
  const unreachableTexts =
    entry.kind === "write" && (name === "offline" || name === "login")
      ? entry.unreachableTexts?.[name]
      : undefined;
  if (unreachableTexts !== undefined) {
    yield textPattern(t(unreachableTexts));
    return;
  }
  if (entry.titleOnly === true) return;
  if (providerMessage !== undefined && entry.titles?.[name] === undefined) yield providerMessage;
  if (entry.kind === "write" && condition.outcomeUnknown === true)
    yield t(entry.unknownOutcomeText ?? "error.writeUnsure");
  if (name === "login") yield t("error.loginText");
  if (hasRetryAfter(condition)) yield "60";
}
