import type { Page, Route } from "@playwright/test";
import { API_PREFIX, type Operation } from "#api/operation.ts";

/** Milliseconds: after a longer pause, a request belongs to a new read. */
const NEW_READ_AFTER_MS = 5_000;

/** A request, with times of the page's clock in ms since 1970; `end` is missing while it is pending. */
interface RecordedRequest {
  method: string;
  path: string;
  start: number;
  end?: number;
}

/** A read from the user's view: its first attempt and the retries. */
export interface ReadAttempts {
  attempts: number;
  start: number;
  end: number;
}

declare global {
  interface Window {
    recordedRequests?: RecordedRequest[];
  }
}

/** Records the requests of a page, from its next load on. */
export async function recordRequests(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const recorded: RecordedRequest[] = [];
    const send = window.fetch;
    window.recordedRequests = recorded;
    window.fetch = async (to, init) => {
      const url = new URL(to instanceof Request ? to.url : to, location.href);
      const request: RecordedRequest = {
        method: init?.method ?? "GET",
        path: url.pathname,
        start: Date.now(),
      };
      recorded.push(request);
      try {
        return await send(to, init);
      } finally {
        request.end = Date.now();
      }
    };
  });
}

export async function clearRecordedRequests(page: Page): Promise<void> {
  await page.evaluate(() => window.recordedRequests?.splice(0));
}

/** Holds an operation's requests until `release`; `requested` resolves at the first one. */
export async function holdResponse(
  page: Page,
  op: Operation,
): Promise<{ requested: Promise<void>; release: () => Promise<void> }> {
  const waiting: (() => void)[] = [];
  let isReleased = false;
  const matchesPath = (url: URL) => pathPattern(op).test(url.pathname);
  const requested = new Promise<void>((resolve, reject) => {
    const hold = async (route: Route) => {
      if (route.request().method() === op.method) {
        resolve();
        if (!isReleased) await new Promise<void>((go) => waiting.push(go));
      }
      await route.continue();
    };
    page.route(matchesPath, hold).catch(reject);
  });
  return {
    requested,
    release: async () => {
      isReleased = true;
      for (const go of waiting) go();
      await page.unrouteAll({ behavior: "wait" });
    },
  };
}

/** The recorded reads of an operation, oldest first. */
export async function groupReads(page: Page, op: Operation): Promise<ReadAttempts[]> {
  const all = await page.evaluate(() => window.recordedRequests ?? []);
  const pattern = pathPattern(op);
  const reads: ReadAttempts[] = [];
  for (const one of all) {
    if (one.method !== op.method || !pattern.test(one.path)) continue;
    const current = reads.at(-1);
    const { start, end = start } = one;
    if (current === undefined || start - current.end > NEW_READ_AFTER_MS)
      reads.push({ attempts: 1, start, end });
    else Object.assign(current, { attempts: current.attempts + 1, end });
  }
  return reads;
}

/** When the latest request of an operation was sent, in ms of the page's clock; 0 if none was. */
export async function latestRequestAt(page: Page, op: Operation): Promise<number> {
  const all = await page.evaluate(() => window.recordedRequests ?? []);
  const pattern = pathPattern(op);
  return all.findLast(({ method, path }) => method === op.method && pattern.test(path))?.start ?? 0;
}

/** Matches the paths of an operation; `/sip/{id}` does not match `/sip/statuses`. */
function pathPattern({ path }: Operation): RegExp {
  const pattern = path.replaceAll("{type}", "[a-z]+").replaceAll(/\{\w+\}/g, String.raw`\d+`);
  return new RegExp(`^${API_PREFIX}${pattern}$`);
}
