import { call } from "#api/client.ts";
import { getSipAccount, listSipAccounts, listSipStatuses, type SipAccount } from "#api/sip.ts";
import { keyOf, listQuery } from "#common/query.ts";
import { queryOptions } from "@tanstack/react-query";

/** Milliseconds between two looks at who is registered. */
const STATUS_EVERY = 15_000;
/** The same while an account is being created, and while the list could not be read. */
const ACCOUNTS_SOON = 10_000;

export const accountsQuery = () =>
  queryOptions({
    ...listQuery(listSipAccounts, (query, options) => call(listSipAccounts, { query }, options)),
    refetchInterval: ({ state }) => {
      const creating = state.data?.items.some((account) => !account.finally_created) === true;
      return creating || state.status === "error" ? ACCOUNTS_SOON : false;
    },
  });

export const statusesQuery = () =>
  queryOptions({
    ...listQuery(listSipStatuses, (query, options) => call(listSipStatuses, { query }, options)),
    refetchInterval: STATUS_EVERY,
    staleTime: STATUS_EVERY,
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
    refetchInterval: ({ state }) =>
      state.data?.finally_created === false || state.status === "error" ? ACCOUNTS_SOON : false,
  });
