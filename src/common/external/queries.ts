import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { call } from "#api/client.ts";
import {
  type ExternalNumber,
  listExternalNumbers,
  listExternalStatuses,
  type Registration,
} from "#api/externalNumbers.ts";
import { laterWhileFailing } from "#common/backoff.ts";
import { storeInvalidRows } from "#common/invalidRows/useInvalidRows.ts";
import type { InvalidRow } from "#api/parseResponse.ts";
import { FRESH_MS, keyOf } from "#common/query.ts";

/** Milliseconds between two looks at which numbers are registered. */
const REGISTRATIONS_EVERY = 15_000;
/** Milliseconds between two reads of the list, and while it could not be read. */
const LIST_EVERY = 5 * 60_000;
const LIST_SOON = 10_000;
/** Logins of one request: between browser and proxy they stand in its address. */
const LOGINS_AT_ONCE = 100;

/** All numbers of other operators; the provider gives them in one piece. */
export const externalNumbersQuery = () =>
  queryOptions({
    queryKey: keyOf(listExternalNumbers),
    queryFn: async ({ client, queryKey, signal }): Promise<readonly ExternalNumber[]> => {
      const { data, invalidRows } = await call(listExternalNumbers, {}, { signal });
      storeInvalidRows(client, queryKey, invalidRows);
      return data.external_numbers;
    },
    staleTime: FRESH_MS,
    refetchInterval: (query) =>
      query.state.status === "error" ? laterWhileFailing(LIST_SOON, query) : LIST_EVERY,
  });

/**
 * Whether these logins are registered (see `loginsOf`). Looks again every 15 s while the page is
 * visible; while that fails ever later. Without a login nothing is asked.
 */
export const registrationsQuery = (logins: readonly string[]) =>
  queryOptions({
    queryKey: keyOf(listExternalStatuses, { logins }),
    queryFn: async ({ client, queryKey, signal }): Promise<readonly Registration[]> => {
      const all: Registration[] = [];
      const unread: InvalidRow[] = [];
      for (let from = 0; from < logins.length; from += LOGINS_AT_ONCE) {
        const body = { logins: logins.slice(from, from + LOGINS_AT_ONCE) };
        const { data, invalidRows } = await call(listExternalStatuses, { body }, { signal });
        all.push(...data.status);
        unread.push(...invalidRows);
      }
      storeInvalidRows(client, queryKey, unread);
      return all;
    },
    enabled: logins.length > 0,
    staleTime: REGISTRATIONS_EVERY,
    // One number more or less must not make the others unknown for a moment.
    placeholderData: keepPreviousData,
    refetchInterval: (query) => laterWhileFailing(REGISTRATIONS_EVERY, query),
  });
