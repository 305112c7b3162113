import { queryOptions, useQuery } from "@tanstack/react-query";
import { call } from "#api/client.ts";
import type { Forwarding } from "#api/forwarding.ts";
import { listRememberedForwarding, type RememberedForwarding } from "#api/rememberedForwarding.ts";
import { retryUntilSuccess } from "#common/backoff.ts";
import { operationKey, STALE_MS } from "#common/query.ts";

/** The number that is forwarded. */
export type Target = Pick<Forwarding, "number_type" | "number_id">;

/** The forwarding of all external numbers as last set through Pult. */
export const rememberedForwardingQuery = () =>
  queryOptions({
    queryKey: operationKey(listRememberedForwarding),
    queryFn: async ({ signal }) =>
      (await call(listRememberedForwarding, {}, { signal })).data.items,
    staleTime: STALE_MS,
    // Nothing waits for it.
    retry: false,
    refetchInterval: retryUntilSuccess,
  });

export function findRemembered(
  items: readonly RememberedForwarding[] | undefined,
  { number_type, number_id }: Target,
): RememberedForwarding | undefined {
  return items?.find(
    ({ values }) => values.number_type === number_type && values.number_id === number_id,
  );
}

/** The forwarding of one number as last set through Pult. */
export function useRememberedForwarding(target: Target): RememberedForwarding | undefined {
  return findRemembered(useQuery(rememberedForwardingQuery()).data, target);
}
