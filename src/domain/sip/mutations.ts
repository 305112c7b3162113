import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "#api/client.ts";
import type { Request } from "#api/operation.ts";
import {
  createSipAccount,
  deleteSipAccount,
  getSipAccount,
  listSipAccounts,
  listSipStatuses,
  updateSipAccount,
} from "#api/sip.ts";
import { patchCached, fetchFresh, withoutItem } from "#common/cache.ts";
import { invalidate, operationKey } from "#common/query.ts";
import { accountQuery, accountsQuery, type CachedAccount } from "./queries.ts";

type CreateBody = Request<typeof createSipAccount>["body"];
export type UpdateBody = Request<typeof updateSipAccount>["body"];

/**
 * Creates an account; gives its id, from `Location` or, where the provider gave none, by its
 * extension in a fresh list. Undefined when it is not there either.
 */
export function useCreateAccount() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: CreateBody): Promise<number | undefined> => {
      const { createdId } = await call(createSipAccount, { body });
      return createdId ?? (await findByExtension(client, body.number));
    },
    // Also after a failure: it may have been done all the same.
    onSettled: () => void invalidate(client, listSipAccounts, listSipStatuses),
  });
}

/** A failure to look is not a failure to create: it gives undefined. */
async function findByExtension(client: QueryClient, extension: number) {
  try {
    const { items } = await fetchFresh(client, accountsQuery());
    return items.find((account) => account.number === extension)?.id;
  } catch {
    return undefined;
  }
}

/** Saves changes. No `useMutation`: its cache would keep a new password after the form is gone. */
export function useUpdateAccount(id: number) {
  const client = useQueryClient();
  return async (body: UpdateBody): Promise<void> => {
    try {
      await call(updateSipAccount, { params: { id }, body });
      // Shown at once; a refetch that is slow or fails must not make a save look undone.
      client.setQueryData(
        accountQuery(id).queryKey,
        (account) => account && applyChanges(account, body),
      );
    } finally {
      // Also after a failure: it may have been done all the same.
      void client.invalidateQueries({ queryKey: operationKey(getSipAccount, { id }) });
      void invalidate(client, listSipAccounts);
    }
  };
}

/** The account with what was saved, as far as that is known: a caller ID only by its id. */
function applyChanges(account: CachedAccount, { name, number, role }: UpdateBody): CachedAccount {
  return {
    ...account,
    name: name ?? account.name,
    number: number ?? account.number,
    role: role ?? account.role,
  };
}

export function useDeleteAccount(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(deleteSipAccount, { params: { id } }),
    onSuccess: () => {
      patchCached(client, accountsQuery().queryKey, (list) => withoutItem(list, id));
    },
    // It may have been done all the same: then the page says that it is gone.
    onError: () => void client.invalidateQueries({ queryKey: operationKey(getSipAccount, { id }) }),
    onSettled: () => void invalidate(client, listSipAccounts, listSipStatuses),
  });
}

/**
 * Forgets an account that is gone, once nobody looks at it: Back must not show it, and to take it
 * from under a page that is still there would make that ask for it again.
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
