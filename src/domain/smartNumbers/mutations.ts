import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "#api/client.ts";
import {
  createSmartNumber,
  deleteSmartNumber,
  listSmartNumbers,
  type SmartNumber,
} from "#api/smartNumbers.ts";
import { patchCached, fetchFresh, withoutItem } from "#common/cache.ts";
import { type Collected, invalidate } from "#common/query.ts";
import { type AddBody, findAdded } from "./added.ts";
import { smartNumbersQuery } from "./queries.ts";

/** Adds a number; gives it where a fresh list tells which it is. */
export function useAddSmartNumber() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (body: AddBody): Promise<SmartNumber | undefined> => {
      const query = smartNumbersQuery(body.user_id);
      const before = client.getQueryData<Collected<SmartNumber>>(query.queryKey);
      await call(createSmartNumber, { body });
      try {
        return findAdded(before, await fetchFresh(client, query), body);
      } catch {
        // A failure to look is not a failure to add.
        return undefined;
      }
    },
    // Also after a failure: it may have been done all the same.
    onError: () => void invalidate(client, listSmartNumbers),
  });
}

/** Deletes a number from the list of the user for whom it was read. */
export function useDeleteSmartNumber(user: number, id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(deleteSmartNumber, { params: { id } }),
    onSuccess: () => {
      patchCached(client, smartNumbersQuery(user).queryKey, (list) => withoutItem(list, id));
    },
    onSettled: () => void invalidate(client, listSmartNumbers),
  });
}
