import { expect as retrying } from "@playwright/test";
import type { FaultCase } from "./faultCase.ts";

/** Seconds of the page's clock within which a wrong second report or request would appear. */
const SETTLE_S = 1;

/** Checks once; an assertion that holds passes, whatever the time limit. */
const immediate = retrying.configure({ timeout: 1 });
let current = retrying;

/** Playwright's `expect`, which does not retry inside `checkOnce`. */
export const expect: typeof retrying = new Proxy(retrying, {
  apply: (_target, _self, args: Parameters<typeof retrying>) => current(...args),
  get: (_target, key) => Reflect.get(current, key) as unknown,
});

/** Runs checks of a state that must already exist: nothing is retried until it passes. */
export async function checkOnce(check: () => Promise<unknown>): Promise<void> {
  current = immediate;
  try {
    await check();
  } finally {
    current = retrying;
  }
}

/** Lets the page come to rest; with `pending`, without waiting for responses that won't come. */
export async function settle({ clock }: FaultCase, pending = false): Promise<void> {
  if (!pending) await clock.waitForResponses();
  await clock.runFor(SETTLE_S);
  if (!pending) await clock.waitForResponses();
}

/** Expects a state that appears and lasts: it is checked once more when the page is at rest. */
export async function expectStable(
  faultCase: FaultCase,
  check: () => Promise<unknown>,
  pending = false,
): Promise<void> {
  await check();
  await settle(faultCase, pending);
  await checkOnce(check);
}
