import { expect, type Page, type Request } from "@playwright/test";
import { discardAfterTest } from "./pagePool.ts";

/** The start time of each test: noon in the browser's time zone. */
const NOON = new Date("2026-03-10T12:00:00+03:00");
/** Shorter than the app's timeouts, so that requests don't time out when the clock advances. */
const STEP_S = 5;

export interface Clock {
  /** Advances the clock in small steps, waiting for responses in between. */
  advance: (seconds: number) => Promise<void>;
  /** Advances the clock without waiting for responses. */
  runFor: (seconds: number) => Promise<void>;
  /** Jumps ahead, like a computer waking from sleep: due timers fire at most once. */
  fastForward: (seconds: number) => Promise<void>;
  /** Waits until no API request is pending. */
  waitForResponses: () => Promise<void>;
}

/** Installs a fake clock, which also keeps running in real time. */
export async function startClock(page: Page): Promise<Clock> {
  discardAfterTest(page);
  await page.clock.install({ time: NOON });
  const open = new Set<Request>();
  page.on("request", (request) => {
    if (new URL(request.url()).pathname.startsWith("/api/")) open.add(request);
  });
  page.on("requestfinished", (request) => open.delete(request));
  page.on("requestfailed", (request) => open.delete(request));
  const runFor = (seconds: number) => page.clock.runFor(seconds * 1000);
  const waitForResponses = () =>
    expect.poll(() => open.size, { intervals: [10, 20, 50, 100] }).toBe(0);
  return {
    runFor,
    fastForward: (seconds) => page.clock.fastForward(seconds * 1000),
    waitForResponses,
    advance: async (seconds) => {
      for (let left = seconds; left > 0; left -= STEP_S) {
        await runFor(Math.min(left, STEP_S));
        await waitForResponses();
      }
    },
  };
}
