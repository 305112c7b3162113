import { call } from "#api/client.ts";
import { isApiError } from "#api/errors.ts";
import { getSipAccount, listSipAccounts, listSipStatuses, type SipAccount } from "#api/sip.ts";
import { acceptedAge, nextLook } from "#api/pace.ts";
import { ageOnArrival, keyOf, listQuery } from "#common/query.ts";
import { queryOptions } from "@tanstack/react-query";

/** Milliseconds between two looks at who is registered, where nobody chose otherwise. */
const STATUS_EVERY = 15_000;
/** Milliseconds: the longest that a look is put off because the ones before it failed. */
const LONGEST_BACKOFF = 60_000;
/** The same while an account is being created, and while the list could not be read. */
const ACCOUNTS_SOON = 10_000;

/** Milliseconds to the next look: as usual, but not before the provider allows it. */
function notBefore(usual: number, error: unknown): number {
  const asked = isApiError(error) ? (error.retryAfter ?? 0) * 1000 : 0;
  return Math.max(usual, asked);
}

export const accountsQuery = () =>
  queryOptions({
    ...listQuery(listSipAccounts, (query, options) => call(listSipAccounts, { query }, options)),
    refetchInterval: ({ state }) => {
      const creating = state.data?.items.some((account) => !account.finally_created) === true;
      if (!creating && state.status !== "error") return false;
      return notBefore(ACCOUNTS_SOON, state.error);
    },
  });

/**
 * Who is registered. Looks again when what it has is `every` milliseconds old, while the page is
 * visible (see `pace.ts`); after failures ever later, as long again as they have lasted.
 */
export const statusesQuery = (every = STATUS_EVERY) =>
  queryOptions({
    ...listQuery(
      listSipStatuses,
      (query, options) =>
        call(listSipStatuses, { query }, { ...options, maxAge: acceptedAge(every) }),
      every,
    ),
    refetchInterval: (query) => {
      const { status, error, errorUpdatedAt, dataUpdatedAt } = query.state;
      if (status !== "error") return nextLook(every, ageOnArrival(query));
      const failing = dataUpdatedAt > 0 ? errorUpdatedAt - dataUpdatedAt : 0;
      return notBefore(Math.max(every, Math.min(failing, LONGEST_BACKOFF)), error);
    },
  });

/** An account as it may be cached: without its password. */
export type CachedAccount = Omit<SipAccount, "password">;

export const accountQuery = (id: number) =>
  queryOptions({
    queryKey: keyOf(getSipAccount, { id }),
    queryFn: async ({ signal }): Promise<CachedAccount> => {
      const { data } = await call(getSipAccount, { params: { id } }, { signal });
      const { password: _secret, ...account } = data;
      return account;
    },
    refetchInterval: ({ state }) => {
      const gone = isApiError(state.error) && state.error.kind === "notFound";
      const creating = state.data?.finally_created === false;
      if (gone || (!creating && state.status !== "error")) return false;
      return notBefore(ACCOUNTS_SOON, state.error);
    },
  });
