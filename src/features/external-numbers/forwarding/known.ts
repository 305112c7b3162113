import { type QueryClient, queryOptions, skipToken, useQuery } from "@tanstack/react-query";
import type { Forwarding } from "#api/forwarding.ts";
import type { ForwardingValues, Target } from "./values.ts";

/** What was set from this page, and what had been typed for it. */
export interface SetForwarding {
  body: Forwarding;
  values: ForwardingValues;
  /** In ms since 1970. */
  at: number;
}

/**
 * The provider does not return the forwarding of a number. What this page set is remembered until
 * it is closed; null once it is not clear any more what holds.
 */
export const setForwardingQuery = ({ number_type, number_id }: Target) =>
  queryOptions<SetForwarding | null>({
    queryKey: ["setForwarding", number_type, number_id],
    queryFn: skipToken,
    gcTime: Infinity,
    staleTime: Infinity,
  });

export const useSetForwarding = (target: Target): SetForwarding | undefined =>
  useQuery(setForwardingQuery(target)).data ?? undefined;

export function rememberForwarding(client: QueryClient, set: SetForwarding): void {
  remember(client, set.body, set);
}

export function forgetForwarding(client: QueryClient, target: Target): void {
  remember(client, target, null);
}

function remember(client: QueryClient, target: Target, set: SetForwarding | null): void {
  const query = setForwardingQuery(target);
  // With its options, so that it is kept though nothing on screen shows it.
  client.getQueryCache().build(client, client.defaultQueryOptions(query)).setData(set);
}
