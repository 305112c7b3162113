import { useQueryClient } from "@tanstack/react-query";
import type { Request } from "#api/operation.ts";
import { getSipAccount, listSipAccounts, listSipStatuses } from "#api/sip.ts";
import { createSipAccount, deleteSipAccount, updateSipAccount } from "#api/sipChanges.ts";
import { patchCached, withoutItem } from "#common/cache.ts";
import { operationKey } from "#common/query.ts";
import { accountQuery, accountsQuery, type CachedAccount } from "./queries.ts";
import { useApiMutation } from "#common/useApiMutation.ts";

export type UpdateBody = Request<typeof updateSipAccount>["body"];

/** Creates an account; where the provider returns no id, it is found by its extension. */
export const useCreateAccount = () =>
  useApiMutation(createSipAccount, {
    find: {
      query: () => accountsQuery(),
      pick: ({ items }, { body }) => items.find((account) => account.number === body.number),
    },
    invalidates: () => [listSipAccounts, listSipStatuses],
  });

export const useUpdateAccount = () =>
  useApiMutation(updateSipAccount, {
    update: (client, { params, body }) => {
      client.setQueryData(
        accountQuery(params.id).queryKey,
        (account) => account && applyChanges(account, body),
      );
    },
    invalidates: ({ params }) => [operationKey(getSipAccount, params), listSipAccounts],
  });

/** The account with what was saved, as far as that is known: of a caller ID only its id. */
function applyChanges(account: CachedAccount, { name, number, role }: UpdateBody): CachedAccount {
  return {
    ...account,
    name: name ?? account.name,
    number: number ?? account.number,
    role: role ?? account.role,
  };
}

export const useDeleteAccount = () =>
  useApiMutation(deleteSipAccount, {
    update: (client, { params }) => {
      patchCached(client, accountsQuery().queryKey, (list) => withoutItem(list, params.id));
    },
    invalidates: ({ params }, done) => [
      listSipAccounts,
      listSipStatuses,
      // If it was deleted after all, its page shows that.
      ...(done === undefined ? [operationKey(getSipAccount, params)] : []),
    ],
  });

/**
 * Removes a deleted account from the cache once nothing observes it: Back must not show it, and
 * removing it from under a mounted page would make that page refetch it.
 */
export function useRemoveCachedAccount(id: number) {
  const cache = useQueryClient().getQueryCache();
  return () => {
    const query = cache.find({ queryKey: operationKey(getSipAccount, { id }), exact: true });
    if (query === undefined) return;
    const removeIfUnused = () => {
      if (query.getObserversCount() > 0) return;
      stop();
      cache.remove(query);
    };
    const stop = cache.subscribe(removeIfUnused);
    removeIfUnused();
  };
}
