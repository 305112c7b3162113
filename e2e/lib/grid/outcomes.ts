import type { Locator } from "@playwright/test";
import { checkOnce, expect, expectStable } from "./stableChecks.ts";
import { textPattern, type TextKey } from "../texts.ts";
import { type FaultCase, countRequests, expectRequestCount } from "./faultCase.ts";
import type { Pages } from "./entry.ts";

/** Enough accounts for two pages of a list. */
export const TWO_PAGES_OF_ACCOUNTS = 150;
/** Together more than the minute of the rate limit. */
const MOST_OF_A_MINUTE_S = 50;
const REST_OF_IT_S = 15;

const INVALID_ROW_TEXTS = { rows: "odd.title", choices: "list.oddChoices" } as const;
const RETRY_TEXTS = { rows: "ui.retry", choices: "list.again" } as const;

/** The operation succeeds, and no alert is shown. */
export async function expectUnaffected(faultCase: FaultCase): Promise<void> {
  const { entry, context } = faultCase;
  await expectStable(faultCase, async () => {
    if (entry.kind === "write") await expect(entry.successLocator(context)).toBeVisible();
    else await entry.expectLoaded(context);
    await expectNoAlert(faultCase);
    await expectRequestCount(faultCase, 1);
  });
}

/** An invalid row is reported once, and the other rows are shown. */
export async function expectInvalidRowReported(faultCase: FaultCase): Promise<void> {
  const { entry, context } = faultCase;
  if (entry.kind !== "read") return;
  await expectStable(faultCase, async () => {
    await entry.expectLoaded(context);
    if (typeof entry.invalidRow === "string")
      await expect(textLocator(faultCase, INVALID_ROW_TEXTS[entry.invalidRow])).toHaveCount(1);
    await expectNoAlert(faultCase);
    await expectRequestCount(faultCase, 1);
  });
}

/** An incomplete list shows that, and its button loads the rest. */
export async function expectIncompleteListReported(faultCase: FaultCase): Promise<void> {
  const { entry, context } = faultCase;
  if (entry.kind !== "read") return;
  const { incomplete } = getPages(faultCase);
  await expectStable(faultCase, async () => {
    await entry.expectLoaded(context);
    await expectNoAlert(faultCase);
    if (typeof incomplete === "string")
      await expect(textLocator(faultCase, "list.cut")).toHaveCount(1);
  });
  await faultCase.office.faults();
  if (typeof incomplete !== "string") return;
  // An open listbox may cover it.
  await context.page
    .getByRole("button", { name: context.t(RETRY_TEXTS[incomplete]), exact: true })
    .press("Enter");
  await expectStable(faultCase, async () => {
    await expect(textLocator(faultCase, "list.cut")).toHaveCount(0);
    await entry.expectLoaded(context);
  });
}

/** After its first page, a rate-limited list waits for Retry-After and loads the next page. */
export async function expectRateLimitedLoading(faultCase: FaultCase): Promise<void> {
  const { entry, context, clock } = faultCase;
  if (entry.kind !== "read") return;
  const isReported = typeof getPages(faultCase).incomplete === "string";
  await expect.poll(() => countRequests(faultCase)).toBe(2);
  const expectWaiting = async () => {
    if (isReported) await expect(rateLimitNotice(faultCase)).not.toHaveCount(0);
    await entry.expectLoaded(context);
    await expectRequestCount(faultCase, 2);
    await expectNoAlert(faultCase);
  };
  await expectWaiting();
  await clock.runFor(MOST_OF_A_MINUTE_S);
  await clock.waitForResponses();
  await checkOnce(expectWaiting);
  // Ends the limit, because the sandbox's clock is not the page's fake clock.
  await faultCase.office.faults();
  await clock.runFor(REST_OF_IT_S);
  await clock.waitForResponses();
  await expect.poll(() => countRequests(faultCase)).toBe(3);
  await expectStable(faultCase, async () => {
    await expect(rateLimitNotice(faultCase)).toHaveCount(0);
    await entry.expectLoaded(context);
    await expectNoAlert(faultCase);
    await expectRequestCount(faultCase, 3);
  });
}

async function expectNoAlert({ context }: FaultCase): Promise<void> {
  await expect(context.page.getByRole("alert")).toHaveCount(0);
}

function textLocator({ context }: FaultCase, key: TextKey): Locator {
  const text = context.t(key);
  const one = / one \{([^}]*)\}/.exec(text)?.[1]?.replace("#", "1");
  return context.page.getByText(textPattern(one ?? text));
}

/** The notice that loading waits, matched up to its numbers. */
function rateLimitNotice({ context }: FaultCase): Locator {
  return context.page.getByText(textPattern(context.t("list.paced").split("{unit")[0] ?? ""));
}

function getPages({ name, entry }: FaultCase): Pages {
  const pages = entry.kind === "read" ? entry.pages : undefined;
  if (pages === undefined) throw new Error(`${name} has no pages`);
  return pages;
}
