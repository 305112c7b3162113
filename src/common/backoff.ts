import type { Query } from "@tanstack/react-query";
import { isApiError, retryAfterMs } from "#api/errors.ts";

/** The longest delay of a poll after failures. */
const MAX_BACKOFF_MS = 60_000;

/** The delay after a read whose retries have failed. */
const RETRY_MS = 10_000;

/** Since when a query has been failing, in ms since 1970; `after` is its last success. */
const failures = new WeakMap<object, { after: number; since: number }>();

/** Milliseconds from the first consecutive failure to the last; 0 after one. */
function failingForMs(query: Pick<Query, "state">): number {
  const { status, dataUpdatedAt: after, errorUpdatedAt } = query.state;
  if (status !== "error") return 0;
  const known = failures.get(query);
  if (known?.after === after) return errorUpdatedAt - known.since;
  failures.set(query, { after, since: errorUpdatedAt });
  return 0;
}

/**
 * Milliseconds to the next poll: the interval, or while it fails as long as it has been failing, and
 * never before the provider's `Retry-After`.
 */
export function withBackoff(intervalMs: number, query: Pick<Query, "state">): number {
  const waitMs = retryAfterMs(query.state.error);
  return Math.max(intervalMs, waitMs, Math.min(failingForMs(query), MAX_BACKOFF_MS));
}

/**
 * A `refetchInterval` for data that is not polled: retries with backoff while it fails, except after
 * a 404.
 */
export function retryUntilSuccess(query: Pick<Query, "state">): number | false {
  const { status, error } = query.state;
  const isNotFound = isApiError(error) && error.kind === "notFound";
  return status === "error" && !isNotFound && withBackoff(RETRY_MS, query);
}
