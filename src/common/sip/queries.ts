import { call } from "#api/client.ts";
import { isApiError } from "#api/errors.ts";
import { getSipAccount, listSipAccounts, listSipStatuses, type SipAccount } from "#api/sip.ts";
import { acceptedAge, nextPollDelay } from "#api/pace.ts";
import { laterWhileFailing } from "#common/backoff.ts";
import { ageOnArrival, keyOf, listQuery, pacedFor } from "#common/query.ts";
import { queryOptions } from "@tanstack/react-query";

/** Milliseconds between two looks at who is registered, where nobody chose otherwise. */
const STATUS_EVERY = 15_000;
/** Milliseconds between two reads of the accounts: a list on screen all day must not grow old. */
const ACCOUNTS_EVERY = 5 * 60_000;
/** The same while an account is being created, and while the list could not be read. */
const ACCOUNTS_SOON = 10_000;

export const accountsQuery = () =>
  queryOptions({
    ...listQuery(listSipAccounts, (query, options) => call(listSipAccounts, { query }, options)),
    refetchInterval: (query) => {
      const { data, status } = query.state;
      const creating = data?.items.some((account) => !account.finally_created) === true;
      if (!creating && status !== "error") return ACCOUNTS_EVERY;
      return laterWhileFailing(ACCOUNTS_SOON, query);
    },
  });

/**
 * Who is registered. Looks again when what it has is `every` milliseconds old, while the page is
 * visible (see `pace.ts`); while that fails ever later.
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
      if (query.state.status !== "error") {
        // A provider that sets the pace has other things to answer too.
        return Math.max(nextPollDelay(every, ageOnArrival(query)), pacedFor(query));
      }
      return laterWhileFailing(every, query);
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
    refetchInterval: (query) => {
      const { data, status, error } = query.state;
      const gone = isApiError(error) && error.kind === "notFound";
      const creating = data?.finally_created === false;
      if (gone || (!creating && status !== "error")) return false;
      return laterWhileFailing(ACCOUNTS_SOON, query);
    },
  });
