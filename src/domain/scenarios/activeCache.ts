import type { QueryClient } from "@tanstack/react-query";
import type { ListedSipAccount } from "#api/sip.ts";
import type { SipScenario } from "#api/sipScenarios.ts";
import { patchCached, withoutItem } from "#common/cache.ts";
import { accountQuery, accountsQuery } from "../sip/queries.ts";
import { scenariosQuery } from "./queries.ts";

/**
 * Which scenarios of one account are shown as active: normally one, but there may be none or two.
 */
export interface ActiveScenario {
  ids: ReadonlySet<number>;
  /** The active scenario in the account's row of the list; undefined where there is no such row. */
  row: ListedSipAccount["active_sip_scenario"];
}

export function onlyActive({ id, name, endpoints }: SipScenario): ActiveScenario {
  return { ids: new Set([id]), row: { id, name, endpoints } };
}

/** The active scenarios according to the caches. */
export function readActive(client: QueryClient, id: number): ActiveScenario {
  const scenarios = client.getQueryData(scenariosQuery(id).queryKey)?.items ?? [];
  const accounts = client.getQueryData(accountsQuery().queryKey)?.items ?? [];
  const row = accounts.find((account) => account.id === id);
  return {
    ids: new Set(scenarios.filter(({ active }) => active).map((scenario) => scenario.id)),
    row: row && (row.active_sip_scenario ?? null),
  };
}

/** Writes the active scenario to every cache that has the account. The data keeps its age. */
export function writeActive(client: QueryClient, id: number, { ids, row }: ActiveScenario): void {
  const markActive = (scenarios: readonly SipScenario[]) =>
    scenarios.map((each) => {
      const active = ids.has(each.id);
      return each.active === active ? each : { ...each, active };
    });
  patchCached(client, scenariosQuery(id).queryKey, (list) => ({
    ...list,
    items: markActive(list.items),
  }));
  patchCached(client, accountQuery(id).queryKey, (account) => ({
    ...account,
    sip_scenarios: markActive(account.sip_scenarios),
  }));
  if (row === undefined) return;
  patchCached(client, accountsQuery().queryKey, (list) => ({
    ...list,
    items: list.items.map((each) =>
      each.id === id ? { ...each, active_sip_scenario: row } : each,
    ),
  }));
}

/** Removes a deleted scenario from the caches; the provider decides which one is active then. */
export function dropScenario(client: QueryClient, id: number, sid: number): void {
  patchCached(client, scenariosQuery(id).queryKey, (list) => withoutItem(list, sid));
  patchCached(client, accountQuery(id).queryKey, (account) => ({
    ...account,
    sip_scenarios: account.sip_scenarios.filter((each) => each.id !== sid),
  }));
}
