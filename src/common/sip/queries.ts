import { call } from "#api/client.ts";
import { isApiError } from "#api/errors.ts";
import { getSipAccount, listSipAccounts, listSipStatuses, type SipAccount } from "#api/sip.ts";
import { acceptedAge, nextLook } from "#api/pace.ts";
import { ageOnArrival, keyOf, listQuery } from "#common/query.ts";
import { type Query, queryOptions } from "@tanstack/react-query";

/** Milliseconds between two looks at who is registered, where nobody chose otherwise. */
const STATUS_EVERY = 15_000;
/** Milliseconds: the longest that a look is put off because the ones before it failed. */
const LONGEST_BACKOFF = 60_000;
/** Milliseconds between two reads of the accounts: a list on screen all day must not grow old. */
const ACCOUNTS_EVERY = 5 * 60_000;
/** The same while an account is being created, and while the list could not be read. */
const ACCOUNTS_SOON = 10_000;

/** Since when a query fails without an answer between, in ms since 1970; `after` that answer. */
const failures = new WeakMap<object, { after: number; since: number }>();

/** Milliseconds from the first failure in a row to the last; 0 after one. */
function failingFor(query: Pick<Query, "state">): number {
  const { status, dataUpdatedAt: after, errorUpdatedAt } = query.state;
  if (status !== "error") return 0;
  const known = failures.get(query);
  if (known?.after === after) return errorUpdatedAt - known.since;
  failures.set(query, { after, since: errorUpdatedAt });
  return 0;
}

/**
 * Milliseconds to the next look: as usual; the longer it fails the later, as long again as it has
 * lasted; and not before the provider allows it.
 */
function laterWhileFailing(usual: number, query: Pick<Query, "state">): number {
  const { error } = query.state;
  const asked = isApiError(error) ? (error.retryAfter ?? 0) * 1000 : 0;
  return Math.max(usual, asked, Math.min(failingFor(query), LONGEST_BACKOFF));
}

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
      if (query.state.status !== "error") return nextLook(every, ageOnArrival(query));
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
