import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { call } from "#api/client.ts";
import {
  type ExternalNumber,
  listExternalNumbers,
  listExternalStatuses,
  type Registration,
} from "#api/externalNumbers.ts";
import { withBackoff } from "#common/backoff.ts";
import { storeInvalidRows } from "#common/invalidRows/useInvalidRows.ts";
import type { InvalidRow } from "#api/parseResponse.ts";
import { STALE_MS, operationKey } from "#common/query.ts";

const REGISTRATIONS_INTERVAL_MS = 15_000;
/** How often the list is read, and how often while it fails to load. */
const LIST_INTERVAL_MS = 5 * 60_000;
const LIST_RETRY_MS = 10_000;
/** Logins per request: they travel in the URL between browser and proxy. */
const MAX_LOGINS = 100;

/** All numbers of other operators; the list is not paginated. */
export const externalNumbersQuery = () =>
  queryOptions({
    queryKey: operationKey(listExternalNumbers),
    queryFn: async ({ client, queryKey, signal }): Promise<readonly ExternalNumber[]> => {
      const { data, invalidRows } = await call(listExternalNumbers, {}, { signal });
      storeInvalidRows(client, queryKey, invalidRows);
      return data.external_numbers;
    },
    staleTime: STALE_MS,
    refetchInterval: (query) =>
      query.state.status === "error" ? withBackoff(LIST_RETRY_MS, query) : LIST_INTERVAL_MS,
  });

/**
 * Whether these logins are registered (see `collectLogins`). Polls every 15 s while the page is
 * visible, with backoff while it fails. Disabled without logins.
 */
export const registrationsQuery = (logins: readonly string[]) =>
  queryOptions({
    queryKey: operationKey(listExternalStatuses, { logins }),
    queryFn: async ({ client, queryKey, signal }): Promise<readonly Registration[]> => {
      const all: Registration[] = [];
      const invalid: InvalidRow[] = [];
      for (let from = 0; from < logins.length; from += MAX_LOGINS) {
        const body = { logins: logins.slice(from, from + MAX_LOGINS) };
        const { data, invalidRows } = await call(listExternalStatuses, { body }, { signal });
        all.push(...data.status);
        invalid.push(...invalidRows);
      }
      storeInvalidRows(client, queryKey, invalid);
      return all;
    },
    enabled: logins.length > 0,
    staleTime: REGISTRATIONS_INTERVAL_MS,
    // A number added or removed must not make the others unknown until the response arrives.
    placeholderData: keepPreviousData,
    refetchInterval: (query) => withBackoff(REGISTRATIONS_INTERVAL_MS, query),
  });
