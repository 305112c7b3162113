import type { BrowserContext } from "@playwright/test";

/** Collects what no test should ever see, in every page of a context. */
export interface Watch {
  /** What was seen, in words. */
  trouble: string[];
  /** From here on failed requests are what the test is about. */
  expectFailedRequests: () => void;
}

/**
 * A request that failed shows as this in the console, whatever the app makes of it; the second
 * where it was given up just when a login's redirect came.
 */
const FAILED_REQUEST = /^Failed to load resource|^Access to fetch .* \(redirected from /;

/** How a page tells of what its Content-Security-Policy (or a report-only one) did not allow. */
const VIOLATION = "broken policy:";

/** Makes the pages of a context say in their console what their policy did not allow. */
export async function tellViolations(context: BrowserContext): Promise<void> {
  await context.addInitScript((words) => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { effectiveDirective, blockedURI, sourceFile, sample } = event;
      // oxlint-disable-next-line no-console -- it is the console that is watched
      console.error(words, effectiveDirective, blockedURI, sourceFile, sample);
    });
  }, VIOLATION);
}

/** `origin` is the only address that pages may talk to. */
export function watch(context: BrowserContext, origin: string): Watch {
  const trouble: string[] = [];
  let tolerant = false;
  context.on("console", (message) => {
    if (message.type() !== "error") return;
    const text = message.text();
    if (!(tolerant && FAILED_REQUEST.test(text))) {
      trouble.push(`console: ${text} (${message.location().url})`);
    }
  });
  context.on("weberror", (error) => trouble.push(`uncaught: ${error.error().stack ?? ""}`));
  context.on("request", (request) => {
    const url = new URL(request.url());
    const isInside = url.origin === origin || url.protocol === "data:" || url.protocol === "blob:";
    if (!isInside) trouble.push(`leaves the origin: ${request.url()}`);
  });
  return {
    trouble,
    expectFailedRequests: () => {
      tolerant = true;
    },
  };
}
