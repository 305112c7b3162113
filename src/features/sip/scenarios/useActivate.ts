import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { call } from "#api/client.ts";
import { activateScenario, type SipScenario } from "#api/sipScenarios.ts";
import { confirmDone } from "#common/useApiMutation.ts";
import { operationKey } from "#common/query.ts";
import {
  onlyActive,
  readActive,
  writeActive,
  type ActiveScenario,
} from "#domain/scenarios/activeCache.ts";
import { warnBeforeUnloadWhile } from "#ui/warnBeforeUnloadWhile.ts";
import { invalidateScenarios } from "#domain/scenarios/mutations.ts";
import { scenariosQuery } from "#domain/scenarios/queries.ts";
import { useActivationToasts } from "./useActivationToasts.ts";

/**
 * Makes a scenario the active one: shown at once, said when it is done, taken back when it is
 * not. Requests go one after another; on screen the last one pressed wins all the while.
 */
export function useActivate(id: number) {
  const client = useQueryClient();
  const { notifySuccess, notifyFailure, dismiss } = useActivationToasts(id);
  const [wanted, setWanted] = useState<number>();
  /** While any request runs: the last one pressed, and what the server is known to have. */
  const flight = useRef<{ wanted?: number | undefined; known?: ActiveScenario | undefined }>({});
  const mutationKey = operationKey(activateScenario, { id });
  const isLast = () => client.isMutating({ mutationKey }) === 1;

  const { mutate } = useMutation({
    mutationKey,
    scope: { id: `${activateScenario.name} ${id}` },
    // Gives the scenario that was active before, if it was one and another.
    mutationFn: async (scenario: SipScenario) => {
      const before = findSoleActive(client, id, flight.current.known);
      try {
        await warnBeforeUnloadWhile(call(activateScenario, { params: { id, sid: scenario.id } }));
        flight.current.known = onlyActive(scenario);
      } catch (error) {
        if (!isLast()) throw error;
        await confirmDone(error, async () => {
          flight.current.known = await fetchActive(client, id);
          return flight.current.known.ids.has(scenario.id);
        });
      }
      return before?.id === scenario.id ? undefined : before;
    },
    onMutate: (scenario) => {
      flight.current.known ??= readActive(client, id);
      writeActive(client, id, onlyActive(scenario));
    },
    onSuccess: (before, scenario) => {
      if (!isLast()) return;
      writeActive(client, id, flight.current.known ?? onlyActive(scenario));
      notifySuccess(scenario.name, before && (() => activate(before)));
    },
    onError: (error, scenario) => {
      // One that was pressed later decides, whatever became of this.
      if (!isLast()) return;
      if (flight.current.known !== undefined) writeActive(client, id, flight.current.known);
      notifyFailure(scenario, error);
    },
    onSettled: () => {
      if (!isLast()) return;
      flight.current = {};
      setWanted(undefined);
      invalidateScenarios(client, id);
    },
  });
  const activate = (scenario: SipScenario) => {
    if (flight.current.wanted === scenario.id) return;
    flight.current.wanted = scenario.id;
    setWanted(scenario.id);
    dismiss();
    mutate(scenario);
  };
  return { wanted, activate };
}

/** Reads what is active after an answer was lost. */
async function fetchActive(client: QueryClient, id: number): Promise<ActiveScenario> {
  const query = scenariosQuery(id);
  await client.cancelQueries({ queryKey: query.queryKey });
  // Also without a network: a read that waits for it would leave our own mark standing.
  await client.fetchQuery({ ...query, staleTime: 0, networkMode: "always" });
  const shown = readActive(client, id);
  const now = findSoleActive(client, id, shown);
  // The row still has what was pressed: the list of accounts was not read again.
  if (now === undefined || shown.row === undefined) return shown;
  return onlyActive(now);
}

/** The one scenario that is active, if it is one. */
function findSoleActive(client: QueryClient, id: number, shown: ActiveScenario | undefined) {
  if (shown?.ids.size !== 1) return undefined;
  const items = client.getQueryData(scenariosQuery(id).queryKey)?.items ?? [];
  return items.find((each) => shown.ids.has(each.id));
}
