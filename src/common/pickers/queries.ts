import { queryOptions } from "@tanstack/react-query";
import { call } from "#api/client.ts";
import { listCallQueues, listCallScenarios, listGroups } from "#api/lookupLists.ts";
import { listQuery } from "#common/query.ts";
import { accountsQuery } from "#common/sip/queries.ts";

/** Milliseconds that a lookup list is taken as fresh: it changes elsewhere, and seldom. */
const FRESH = 5 * 60_000;
/** Where a list fails, a form takes the id by hand: no sense in making a person wait. */
const ONCE = { retry: false, refetchInterval: false } as const;

/** The office's SIP accounts, shared with the screens that list them. */
export const pickAccountsQuery = () => queryOptions({ ...accountsQuery(), ...ONCE });

export const groupsQuery = () =>
  queryOptions({
    ...listQuery(listGroups, (query, options) => call(listGroups, { query }, options), FRESH),
    ...ONCE,
  });

/** Scenarios of numbers and menus, not those of SIP accounts. */
export const callScenariosQuery = () =>
  queryOptions({
    ...listQuery(
      listCallScenarios,
      (query, options) => call(listCallScenarios, { query }, options),
      FRESH,
    ),
    ...ONCE,
  });

export const callQueuesQuery = () =>
  queryOptions({
    ...listQuery(
      listCallQueues,
      (query, options) => call(listCallQueues, { query }, options),
      FRESH,
    ),
    ...ONCE,
  });
