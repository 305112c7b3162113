import { queryOptions } from "@tanstack/react-query";
import { call } from "#api/client.ts";
import { listSmartNumbers } from "#api/smartNumbers.ts";
import { retryUntilSuccess } from "#common/backoff.ts";
import { STALE_MS, listQuery } from "#common/query.ts";

/** All smart numbers of one user. */
export const smartNumbersQuery = (user: number) =>
  queryOptions({
    ...listQuery(
      listSmartNumbers,
      (query, options) => call(listSmartNumbers, { query, body: { user_id: user } }, options),
      STALE_MS,
      { user },
    ),
    refetchInterval: retryUntilSuccess,
  });
