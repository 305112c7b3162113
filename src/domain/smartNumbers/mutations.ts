import { createSmartNumber, deleteSmartNumber, listSmartNumbers } from "#api/smartNumbers.ts";
import { patchCached, withoutItem } from "#common/cache.ts";
import { useApiMutation } from "#common/useApiMutation.ts";
import { findAdded } from "./added.ts";
import { smartNumbersQuery } from "./queries.ts";

/** Adds a number; the provider does not return it, so it is found in a fresh list. */
export const useAddSmartNumber = () =>
  useApiMutation(createSmartNumber, {
    find: {
      query: ({ body }) => smartNumbersQuery(body.user_id),
      pick: (list, { body }, before) => findAdded(before, list, body),
    },
    // On success the list has just been fetched.
    invalidates: (_, done) => (done === undefined ? [listSmartNumbers] : []),
  });

/** Deletes a number from the list of the user for whom it was read. */
export const useDeleteSmartNumber = (user: number) =>
  useApiMutation(deleteSmartNumber, {
    update: (client, { params }) => {
      patchCached(client, smartNumbersQuery(user).queryKey, (list) => withoutItem(list, params.id));
    },
    invalidates: () => [listSmartNumbers],
  });
