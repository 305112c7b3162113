import { type QueryClient, queryOptions } from "@tanstack/react-query";
import { call } from "#api/client.ts";
import { listScenarios } from "#api/sipScenarios.ts";
import { retryUntilSuccess } from "#common/backoff.ts";
import { fetchFresh } from "#common/cache.ts";
import { STALE_MS, listQuery } from "#common/query.ts";

/** All scenarios of one account. */
export const scenariosQuery = (id: number) =>
  queryOptions({
    ...listQuery(
      listScenarios,
      (query, options) => call(listScenarios, { params: { id }, query }, options),
      STALE_MS,
      { id },
    ),
    refetchInterval: retryUntilSuccess,
  });

/**
 * A scenario as it is right now, bypassing the cache; undefined when it does not exist. Throws
 * `ApiError` at the first failure.
 */
export async function fetchScenario(client: QueryClient, id: number, sid: number) {
  const { items } = await fetchFresh(client, scenariosQuery(id));
  return items.find((scenario) => scenario.id === sid);
}
