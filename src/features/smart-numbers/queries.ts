import { queryOptions } from "@tanstack/react-query";
import { call } from "#api/client.ts";
import { listSmartNumbers } from "#api/smartNumbers.ts";
import { untilItWorks } from "#common/backoff.ts";
import { FRESH_MS, listQuery } from "#common/query.ts";

/** All smart numbers of one user. */
export const smartNumbersQuery = (user: number) =>
  queryOptions({
    ...listQuery(
      listSmartNumbers,
      (query, options) => call(listSmartNumbers, { query, body: { user_id: user } }, options),
      FRESH_MS,
      { user },
    ),
    refetchInterval: untilItWorks,
  });
