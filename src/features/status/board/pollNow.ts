import type { QueryClient } from "@tanstack/react-query";
import { listSipAccounts } from "#api/sip.ts";
import { invalidate } from "#common/query.ts";
import { statusesQuery } from "#domain/sip/queries.ts";

/**
 * Refetches the statuses and the accounts, bypassing the proxy's shared responses and any request
 * that is still running. The queries themselves report errors.
 */
export async function pollNow(client: QueryClient): Promise<void> {
  const now = statusesQuery(0);
  await client.cancelQueries({ queryKey: now.queryKey });
  await Promise.all([
    client.prefetchQuery({ ...now, retry: false }),
    invalidate(client, listSipAccounts),
  ]);
}
