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

/** Looks up what Pult remembers of an account's scenario, by the id of the scenario. */
export function useRecall(id: number): (sid: number) => RememberedScenario | undefined {
  const { data } = useQuery(rememberedScenariosQuery(id));
  return (sid) => data?.find((item) => item.id === sid);
}
