import { readErrorBody } from "#api/errorBody.ts";
import { findHiddenFailure } from "#api/hiddenFailure.ts";
import type { JournalOutcome } from "#api/journal.ts";
import type { Operation } from "#api/operation.ts";
import { ProxyError } from "#proxy/proxyError.ts";
import type { UpstreamResponse } from "#proxy/upstream.ts";

export interface WriteResult {
  outcome: JournalOutcome;
  /** The provider's or the proxy's own words. */
  message: string | null;
}

/** What a response says of its write, as the browser reads it too (trap 3, docs/plusofon-api.md). */
export function responseOutcome(operation: Operation, response: UpstreamResponse): WriteResult {
  const { status, body } = response;
  const parsed = parse(body);
  const message = readErrorBody(parsed).message ?? null;
  // A server's own error (a 504 of its gateway, say) comes when the work may have been done.
  if (status >= 500) return { outcome: isRefusal(parsed) ? "refused" : "unknown", message };
  if (status >= 400) return { outcome: "refused", message };
  const failure = findHiddenFailure(operation, status, parsed);
  if (failure === undefined) return { outcome: "done", message: null };
  return { outcome: failure.kind === "unconfirmed" ? "unknown" : "refused", message };
}

/** What an error says of a write: only some are known to come before anything was sent. */
export function errorOutcome(error: unknown): WriteResult {
  if (!(error instanceof ProxyError)) return { outcome: "unknown", message: null };
  const { problem, network, message } = error;
  const isUnsent = problem === "overloaded" || network !== undefined;
  return { outcome: isUnsent ? "refused" : "unknown", message };
}

/** The provider rejects with 500 too, and gives its own code then. */
function isRefusal(body: unknown): boolean {
  const { code, message = "" } = readErrorBody(body);
  return code !== undefined && !/server error/i.test(message);
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString("utf8"));
  } catch {
    return undefined;
  }
}
