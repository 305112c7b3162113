import type { QueryClient } from "@tanstack/react-query";
import { listSipAccounts } from "#api/sip.ts";
import { invalidate } from "#common/query.ts";
import { statusesQuery } from "#common/sip/queries.ts";

/**
 * Reads the statuses and the accounts again: past what the proxy keeps for other viewers, and
 * even where a poll that hangs is still under way. A failure is told by the queries themselves.
 */
export async function pollNow(client: QueryClient): Promise<void> {
  const now = statusesQuery(0);
  await client.cancelQueries({ queryKey: now.queryKey });
  await Promise.all([
    client.prefetchQuery({ ...now, retry: false }),
    invalidate(client, listSipAccounts),
  ]);
}
