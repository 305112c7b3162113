import { queryOptions } from "@tanstack/react-query";
import { call } from "#api/client.ts";
import { listNumbers } from "#api/lookupLists.ts";
import { listQuery } from "#common/query.ts";

/** The office's phone numbers, for pickers. */
export const numbersQuery = () =>
  queryOptions({
    ...listQuery(
      listNumbers,
      (query, options) => call(listNumbers, { query }, options),
      5 * 60_000,
    ),
    // If it fails, the user can type the id: no need to wait for retries.
    retry: false,
  });
