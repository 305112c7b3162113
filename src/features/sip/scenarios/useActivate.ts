import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { useRef, useState } from "react";
import { call } from "#api/client.ts";
import { journalHeaders } from "#api/journalHeaders.ts";
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
import type { ToastAction } from "#ui/toasts.ts";
import { useActivationToasts } from "./useActivationToasts.ts";

interface Options {
  /** The journal's entry that this takes back. */
  undoes?: number | undefined;
  /** Runs once it is active, and says so in its own words; `undo` activates what was active before. */
  onActive?: ((undo: ToastAction | undefined) => void) | undefined;
}

interface Activation extends Options {
  scenario: SipScenario;
}

export type Activate = (scenario: SipScenario, options?: Options) => void;

/**
 * Activates a scenario optimistically: shown at once, confirmed by a toast, rolled back on failure.
 * Requests run one after another; the screen always shows the last one pressed.
 */
export function useActivate(id: number) {
  const client = useQueryClient();
  const { notifySuccess, notifyFailure, undoAction, dismiss } = useActivationToasts(id);
  const [wanted, setWanted] = useState<number>();
  /** While any request runs: the last one pressed, and the last known state of the server. */
  const flight = useRef<{ wanted?: number | undefined; known?: ActiveScenario | undefined }>({});
  const mutationKey = operationKey(activateScenario, { id });
  const isLast = () => client.isMutating({ mutationKey }) === 1;

  const { mutate } = useMutation({
    mutationKey,
    scope: { id: `${activateScenario.name} ${id}` },
    // Returns the previously active scenario, if there was exactly one and it is another, and the
    // journal's entry.
    mutationFn: async ({ scenario, undoes }: Activation) => {
      const before = findSoleActive(client, id, flight.current.known);
      let entry: number | undefined;
      try {
        const params = { id, sid: scenario.id };
        const sent = call(activateScenario, { params }, { headers: journalHeaders({ undoes }) });
        ({ entry } = await warnBeforeUnloadWhile(sent));
        flight.current.known = onlyActive(scenario);
      } catch (error) {
        if (!isLast()) throw error;
        await confirmDone(error, async () => {
          flight.current.known = await fetchActive(client, id);
          return flight.current.known.ids.has(scenario.id);
        });
      }
      return { before: before?.id === scenario.id ? undefined : before, entry };
    },
    onMutate: ({ scenario }) => {
      flight.current.known ??= readActive(client, id);
      writeActive(client, id, onlyActive(scenario));
    },
    onSuccess: ({ before, entry }, { scenario, onActive }) => {
      if (!isLast()) return;
      writeActive(client, id, flight.current.known ?? onlyActive(scenario));
      const undo = before && (() => activate(before, { undoes: entry }));
      if (onActive === undefined) notifySuccess(scenario.name, undo);
      else onActive(undoAction(undo));
    },
    onError: (error, { scenario }) => {
      // A later press decides, whatever the outcome of this one.
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
  const activate: Activate = (scenario, options = {}) => {
    if (flight.current.wanted === scenario.id) return;
    flight.current.wanted = scenario.id;
    setWanted(scenario.id);
    dismiss();
    mutate({ scenario, ...options });
  };
  return { wanted, activate };
}

/** Reads what is active after a response was lost. */
async function fetchActive(client: QueryClient, id: number): Promise<ActiveScenario> {
  const query = scenariosQuery(id);
  await client.cancelQueries({ queryKey: query.queryKey });
  // Without a network too: a read that waits for one would leave our optimistic value in place.
  await client.fetchQuery({ ...query, staleTime: 0, networkMode: "always" });
  const shown = readActive(client, id);
  const now = findSoleActive(client, id, shown);
  // The list of accounts was not refetched, so its row still holds the optimistic value.
  if (now === undefined || shown.row === undefined) return shown;
  return onlyActive(now);
}

/** The active scenario, if there is exactly one. */
function findSoleActive(client: QueryClient, id: number, shown: ActiveScenario | undefined) {
  if (shown?.ids.size !== 1) return undefined;
  const items = client.getQueryData(scenariosQuery(id).queryKey)?.items ?? [];
  return items.find((each) => shown.ids.has(each.id));
}
