import { useMutation, useQueryClient } from "@tanstack/react-query";
import { call } from "#api/client.ts";
import { deleteScenario } from "#api/sipScenarios.ts";
import { dropScenario } from "#domain/scenarios/activeCache.ts";
import { invalidateScenarios } from "#domain/scenarios/mutations.ts";

export function useDeleteScenario(id: number, sid: number) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call(deleteScenario, { params: { id, sid } }),
    onSuccess: () => dropScenario(client, id, sid),
    // Also after a failure: it may have been done all the same.
    onSettled: () => invalidateScenarios(client, id),
  });
}
