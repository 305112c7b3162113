import { queryOptions } from "@tanstack/react-query";
import { call } from "#api/client.ts";
import { listCallQueues, listCallScenarios, listGroups } from "#api/lookupLists.ts";
import { listQuery } from "#common/query.ts";
import { accountsQuery } from "#domain/sip/queries.ts";

/** Lookup lists change elsewhere, and rarely. */
const STALE_MS = 5 * 60_000;
/** If a list fails to load, the user can type the id: no need to wait for retries. */
const NO_RETRY = { retry: false, refetchInterval: false } as const;

/** The office's SIP accounts, shared with the screens that list them. */
export const pickAccountsQuery = () => queryOptions({ ...accountsQuery(), ...NO_RETRY });

export const groupsQuery = () =>
  queryOptions({
    ...listQuery(listGroups, (query, options) => call(listGroups, { query }, options), STALE_MS),
    ...NO_RETRY,
  });

/** Scenarios of numbers and menus, not those of SIP accounts. */
export const callScenariosQuery = () =>
  queryOptions({
    ...listQuery(
      listCallScenarios,
      (query, options) => call(listCallScenarios, { query }, options),
      STALE_MS,
    ),
    ...NO_RETRY,
  });

export const callQueuesQuery = () =>
  queryOptions({
    ...listQuery(
      listCallQueues,
      (query, options) => call(listCallQueues, { query }, options),
      STALE_MS,
    ),
    ...NO_RETRY,
  });
