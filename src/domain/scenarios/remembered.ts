import { queryOptions, useQuery } from "@tanstack/react-query";
import { call } from "#api/client.ts";
import { listRememberedScenarios, type RememberedScenario } from "#api/remembered.ts";
import { retryUntilSuccess } from "#common/backoff.ts";
import { operationKey, STALE_MS } from "#common/query.ts";

/** The scenarios of one account as last saved through Pult. */
export const rememberedScenariosQuery = (id: number) =>
  queryOptions({
    queryKey: operationKey(listRememberedScenarios, { id }),
    queryFn: async ({ signal }) =>
      (await call(listRememberedScenarios, { params: { id } }, { signal })).data.items,
    staleTime: STALE_MS,
    // What is missing is asked for: nobody should wait for retries.
    retry: false,
    refetchInterval: retryUntilSuccess,
  });

const NONE: readonly RememberedScenario[] = [];

/** The same for a page that shows them; empty while they are unknown. */
export function useRememberedScenarios(id: number): readonly RememberedScenario[] {
  return useQuery(rememberedScenariosQuery(id)).data ?? NONE;
}
