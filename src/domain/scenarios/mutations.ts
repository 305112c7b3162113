import type { QueryClient } from "@tanstack/react-query";
import type { Request } from "#api/operation.ts";
import { listRememberedScenarios } from "#api/remembered.ts";
import { getSipAccount, listSipAccounts } from "#api/sip.ts";
import {
  createScenario,
  deleteScenario,
  listScenarios,
  replaceScenario,
} from "#api/sipScenarios.ts";
import { invalidate, operationKey, type Stale } from "#common/query.ts";
import { useApiMutation } from "#common/useApiMutation.ts";
import { dropScenario } from "./activeCache.ts";

export type ScenarioBody = Request<typeof createScenario>["body"];

/** Every query that holds an account's scenarios. */
const scenarioData = ({ id }: { id: number }): readonly Stale[] => [
  operationKey(listScenarios, { id }),
  operationKey(listRememberedScenarios, { id }),
  operationKey(getSipAccount, { id }),
  listSipAccounts,
];

export function invalidateScenarios(client: QueryClient, id: number): void {
  void invalidate(client, ...scenarioData({ id }));
}

export const useCreateScenario = () =>
  useApiMutation(createScenario, { invalidates: ({ params }) => scenarioData(params) });

/** Replaces a scenario whole: what the body leaves out is lost. */
export const useReplaceScenario = () =>
  useApiMutation(replaceScenario, { invalidates: ({ params }) => scenarioData(params) });

export const useDeleteScenario = () =>
  useApiMutation(deleteScenario, {
    update: (client, { params }) => dropScenario(client, params.id, params.sid),
    invalidates: ({ params }) => scenarioData(params),
  });
