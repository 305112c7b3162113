import type { BrowserContext } from "@playwright/test";

/** Collects problems of all pages of a context that should fail any test. */
export interface PageMonitor {
  /** Descriptions of the problems. */
  problems: string[];
  /** Ignores failed requests from now on. */
  expectFailedRequests: () => void;
}

/**
 * How the console reports a failed request, even if the app handles it; the second form appears
 * when the request was aborted during a redirect to a login.
 */
const FAILED_REQUEST = /^Failed to load resource|^Access to fetch .* \(redirected from /;

/** Prefix of reported violations of the Content-Security-Policy (or a report-only one). */
const VIOLATION = "broken policy:";

/** Makes the pages of a context log policy violations to their console. */
export async function logPolicyViolations(context: BrowserContext): Promise<void> {
  await context.addInitScript((prefix) => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { effectiveDirective, blockedURI, sourceFile, sample } = event;
      // oxlint-disable-next-line no-console -- the monitor reads the console
      console.error(prefix, effectiveDirective, blockedURI, sourceFile, sample);
    });
  }, VIOLATION);
}

/** Monitors all pages of a context; `origin` is the only one that they may send requests to. */
export function monitorPages(context: BrowserContext, origin: string): PageMonitor {
  const problems: string[] = [];
  let allowsFailedRequests = false;
  context.on("console", (message) => {
    if (message.type() !== "error") return;
    const text = message.text();
    if (!(allowsFailedRequests && FAILED_REQUEST.test(text))) {
      problems.push(`console: ${text} (${message.location().url})`);
    }
  });
  context.on("weberror", (error) => problems.push(`uncaught: ${error.error().stack ?? ""}`));
  context.on("request", (request) => {
    const url = new URL(request.url());
    const isInside = url.origin === origin || url.protocol === "data:" || url.protocol === "blob:";
    if (!isInside) problems.push(`leaves the origin: ${request.url()}`);
  });
  return {
    problems,
    expectFailedRequests: () => {
      allowsFailedRequests = true;
    },
  };
}
