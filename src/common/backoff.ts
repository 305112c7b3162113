import type { Query } from "@tanstack/react-query";
import { isApiError } from "#api/errors.ts";

/** Milliseconds: the longest that a poll is put off because the ones before it failed. */
const LONGEST_BACKOFF = 60_000;

/** Milliseconds to the next poll after a read that failed, however often it was tried. */
const SOON = 10_000;

/** Since when a query fails without an answer between, in ms since 1970; `after` that answer. */
const failures = new WeakMap<object, { after: number; since: number }>();

/** Milliseconds from the first failure in a row to the last; 0 after one. */
function failingFor(query: Pick<Query, "state">): number {
  const { status, dataUpdatedAt: after, errorUpdatedAt } = query.state;
  if (status !== "error") return 0;
  const known = failures.get(query);
  if (known?.after === after) return errorUpdatedAt - known.since;
  failures.set(query, { after, since: errorUpdatedAt });
  return 0;
}

/**
 * Milliseconds to the next poll: as usual; the longer it fails the later, as long again as it has
 * lasted; and not before the provider allows it.
 */
export function laterWhileFailing(usual: number, query: Pick<Query, "state">): number {
  const { error } = query.state;
  const asked = isApiError(error) ? (error.retryAfter ?? 0) * 1000 : 0;
  return Math.max(usual, asked, Math.min(failingFor(query), LONGEST_BACKOFF));
}

/**
 * The `refetchInterval` of what is looked at only when somebody comes to see it: false, or ever
 * later while it fails. What is gone is not asked for again.
 */
export function untilItWorks(query: Pick<Query, "state">): number | false {
  const { status, error } = query.state;
  const isGone = isApiError(error) && error.kind === "notFound";
  return status === "error" && !isGone && laterWhileFailing(SOON, query);
}
