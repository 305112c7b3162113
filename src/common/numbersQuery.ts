import { queryOptions } from "@tanstack/react-query";
import { call } from "#api/client.ts";
import { listNumbers } from "#api/lookupLists.ts";
import { listQuery } from "./query.ts";

/** Numbers of the office, for pickers. Where it fails, a form takes the id by hand. */
export const numbersQuery = () =>
  queryOptions({
    ...listQuery(
      listNumbers,
      (query, options) => call(listNumbers, { query }, options),
      5 * 60_000,
    ),
    // The form takes the id by hand where this fails: no sense in making a person wait.
    retry: false,
  });
