import type { QueryClient } from "@tanstack/react-query";
import type { ListedSipAccount } from "#api/sip.ts";
import type { SipScenario } from "#api/sipScenarios.ts";
import { patchCached, withoutItem } from "#common/cache.ts";
import { accountQuery, accountsQuery } from "../sip/queries.ts";
import { scenariosQuery } from "./queries.ts";

/** What is shown as active of one account: by the rule one scenario, but maybe none or two. */
export interface ActiveScenario {
  ids: ReadonlySet<number>;
  /** What the account's row in the list has; undefined where there is no such row. */
  row: ListedSipAccount["active_sip_scenario"];
}

export function onlyActive({ id, name, endpoints }: SipScenario): ActiveScenario {
  return { ids: new Set([id]), row: { id, name, endpoints } };
}

/** What the caches show as active now. */
export function readActive(client: QueryClient, id: number): ActiveScenario {
  const scenarios = client.getQueryData(scenariosQuery(id).queryKey)?.items ?? [];
  const accounts = client.getQueryData(accountsQuery().queryKey)?.items ?? [];
  const row = accounts.find((account) => account.id === id);
  return {
    ids: new Set(scenarios.filter(({ active }) => active).map((scenario) => scenario.id)),
    row: row && (row.active_sip_scenario ?? null),
  };
}

/** Shows this as active in every cache that has the account. Data stays as old as it was. */
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

/** Takes a deleted scenario out of the caches; which one is active then, the provider says. */
export function dropScenario(client: QueryClient, id: number, sid: number): void {
  patchCached(client, scenariosQuery(id).queryKey, (list) => withoutItem(list, sid));
  patchCached(client, accountQuery(id).queryKey, (account) => ({
    ...account,
    sip_scenarios: account.sip_scenarios.filter((each) => each.id !== sid),
  }));
}
