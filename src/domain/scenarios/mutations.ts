import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "#api/client.ts";
import type { Request } from "#api/operation.ts";
import { getSipAccount, listSipAccounts } from "#api/sip.ts";
import { createScenario, listScenarios, replaceScenario } from "#api/sipScenarios.ts";
import { discardUnfinished, invalidate, operationKey } from "#common/query.ts";

export type ScenarioBody = Request<typeof createScenario>["body"];

/** Whatever shows an account's scenarios: after a failure too, for it may have been done. */
export function invalidateScenarios(client: QueryClient, id: number): void {
  discardUnfinished(client, operationKey(listScenarios, { id }));
  void client.invalidateQueries({ queryKey: operationKey(listScenarios, { id }) });
  void client.invalidateQueries({ queryKey: operationKey(getSipAccount, { id }) });
  void invalidate(client, listSipAccounts);
}

/** Adds a scenario to an account. */
export function useCreateScenario(id: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ScenarioBody) => call(createScenario, { params: { id }, body }),
    onSettled: () => invalidateScenarios(client, id),
  });
}

/** Replaces one scenario of an account whole: what the body leaves out is lost. */
export function useReplaceScenario(id: number, sid: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: ScenarioBody) => call(replaceScenario, { params: { id, sid }, body }),
    onSettled: () => invalidateScenarios(client, id),
  });
}
