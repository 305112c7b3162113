import { call } from "#api/client.ts";
import { isApiError } from "#api/errors.ts";
import { getSipAccount, listSipAccounts, listSipStatuses, type SipAccount } from "#api/sip.ts";
import { acceptedAge, nextPollDelay } from "#api/pace.ts";
import { withBackoff } from "#common/backoff.ts";
import { ageOnArrival, operationKey, listQuery, throttledForMs } from "#common/query.ts";
import { type Query, queryOptions } from "@tanstack/react-query";

/** The default interval between two polls of the statuses. */
export const STATUS_INTERVAL_MS = 15_000;
/** A list that is on screen all day must be refreshed. */
const ACCOUNTS_INTERVAL_MS = 5 * 60_000;
/** The interval while an account is being created, or while the list fails to load. */
const ACCOUNTS_RETRY_MS = 10_000;

export const accountsQuery = () =>
  queryOptions({
    ...listQuery(listSipAccounts, (query, options) => call(listSipAccounts, { query }, options)),
    refetchInterval: (query) => {
      const { data, status } = query.state;
      const creating = data?.items.some((account) => !account.finally_created) === true;
      if (!creating && status !== "error") return ACCOUNTS_INTERVAL_MS;
      return withBackoff(ACCOUNTS_RETRY_MS, query);
    },
  });

/**
 * Who is registered. Polls again when its data is `intervalMs` old, while the page is visible (see
 * `pace.ts`), with backoff while it fails.
 */
export const statusesQuery = (intervalMs = STATUS_INTERVAL_MS) =>
  queryOptions({
    ...listQuery(
      listSipStatuses,
      (query, options) =>
        call(listSipStatuses, { query }, { ...options, maxAge: acceptedAge(intervalMs) }),
      intervalMs,
    ),
    refetchInterval: (query) => statusesDelay(intervalMs, query),
  });

/** Milliseconds to the next poll of the statuses. */
export function statusesDelay(intervalMs: number, query: Pick<Query, "state">): number {
  if (query.state.status === "error") return withBackoff(intervalMs, query);
  // A rate-limited provider has other requests to answer too.
  return Math.max(nextPollDelay(intervalMs, ageOnArrival(query)), throttledForMs(query));
}

/** An account as it may be cached: without its password. */
export type CachedAccount = Omit<SipAccount, "password">;

export const accountQuery = (id: number) =>
  queryOptions({
    queryKey: operationKey(getSipAccount, { id }),
    queryFn: async ({ signal }): Promise<CachedAccount> => {
      const { data } = await call(getSipAccount, { params: { id } }, { signal });
      const { password: _secret, ...account } = data;
      return account;
    },
    refetchInterval: (query) => {
      const { data, status, error } = query.state;
      const isNotFound = isApiError(error) && error.kind === "notFound";
      const creating = data?.finally_created === false;
      if (isNotFound || (!creating && status !== "error")) return false;
      return withBackoff(ACCOUNTS_RETRY_MS, query);
    },
  });
