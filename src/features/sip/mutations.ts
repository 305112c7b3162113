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
import { invalidate, keyOf } from "#common/query.ts";
import { accountsQuery } from "./queries.ts";

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
      void invalidate(client, listSipAccounts, listSipStatuses);
      return createdId ?? (await findByExtension(client, body.number));
    },
  });
}

/** A failure to look is not a failure to create: it gives undefined. */
async function findByExtension(client: QueryClient, extension: number) {
  try {
    const { items } = await client.fetchQuery({ ...accountsQuery(), staleTime: 0 });
    return items.find((account) => account.number === extension)?.id;
  } catch {
    return undefined;
  }
}

/** Saves changes. No `useMutation`: its cache would keep a new password after the form is gone. */
export function useUpdateAccount(id: number) {
  const client = useQueryClient();
  return async (body: UpdateBody): Promise<void> => {
    await call(updateSipAccount, { params: { id }, body });
    void invalidate(client, listSipAccounts);
    // The page beneath shows what was saved before the form leaves; a failure there is its own.
    await client.invalidateQueries({ queryKey: keyOf(getSipAccount, { id }) });
  };
}

export function useDeleteAccount(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(deleteSipAccount, { params: { id } }),
    onSuccess: () => {
      // Taken out at once; the page of an account that is gone must not ask for it again.
      client.setQueryData(accountsQuery().queryKey, (list) =>
        list === undefined
          ? undefined
          : {
              ...list,
              items: list.items.filter((account) => account.id !== id),
              total: list.total === undefined ? undefined : list.total - 1,
            },
      );
      void invalidate(client, listSipAccounts, listSipStatuses);
    },
  });
}
