import type { QueryClient } from "@tanstack/react-query";
import { rememberedScenariosQuery } from "#domain/scenarios/remembered.ts";
import { accountQuery } from "#domain/sip/queries.ts";
import { type EachRead, useReadEach } from "../useReadEach.ts";
import type { Details } from "./plan.ts";

/** Milliseconds: what was read a moment ago is not read again. */
const FRESH_MS = 30_000;

/** Reads what the list does not hold of these accounts, once it is needed. */
export function useDetails(ids: readonly number[], isNeeded: boolean): EachRead<Details> {
  return useReadEach(ids, isNeeded, readDetails);
}

async function readDetails(client: QueryClient, id: number): Promise<Details> {
  const [account, remembered] = await Promise.all([
    client.fetchQuery({ ...accountQuery(id), staleTime: FRESH_MS, retry: 1 }),
    // Without it, what the provider does not return is unknown, and said to be.
    client.fetchQuery({ ...rememberedScenariosQuery(id), staleTime: FRESH_MS }).catch(() => []),
  ]);
  return { role: account.role, scenarios: account.sip_scenarios, remembered };
}
