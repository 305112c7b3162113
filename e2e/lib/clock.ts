import { expect, type Page, type Request } from "@playwright/test";
import { spoil } from "./keptPages.ts";

/** Where the time of a test begins: noon in the browser's time zone. */
const NOON = new Date("2026-03-10T12:00:00+03:00");
/** Shorter than any patience of the app's: a request must not time out because time jumps. */
const STEP_S = 5;

export interface Clock {
  /** Lets seconds pass as they would by themselves: what is asked for is answered meanwhile. */
  pass: (seconds: number) => Promise<void>;
  /** Lets seconds pass in which nothing is answered. */
  rush: (seconds: number) => Promise<void>;
  /** Jumps ahead, as a machine does that slept: what was due meanwhile comes once. */
  skip: (seconds: number) => Promise<void>;
  /** Until nothing that was asked for is without an answer. */
  settle: () => Promise<void>;
}

/** Gives a page a time of its own. It also goes on by itself, as fast as it does. */
export async function startClock(page: Page): Promise<Clock> {
  spoil(page);
  await page.clock.install({ time: NOON });
  const open = new Set<Request>();
  page.on("request", (request) => {
    if (new URL(request.url()).pathname.startsWith("/api/")) open.add(request);
  });
  page.on("requestfinished", (request) => open.delete(request));
  page.on("requestfailed", (request) => open.delete(request));
  const rush = (seconds: number) => page.clock.runFor(seconds * 1000);
  const settle = () => expect.poll(() => open.size, { intervals: [10, 20, 50, 100] }).toBe(0);
  return {
    rush,
    skip: (seconds) => page.clock.fastForward(seconds * 1000),
    settle,
    pass: async (seconds) => {
      for (let left = seconds; left > 0; left -= STEP_S) {
        await rush(Math.min(left, STEP_S));
        await settle();
      }
    },
  };
}
