import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { call } from "#api/client.ts";
import { activateScenario } from "#api/sipScenarios.ts";
import { mayBeDone, useReasonText } from "#common/errorText.ts";
import { toast } from "#ui/toasts.ts";
import { invalidateScenarios, type ScenarioBody } from "#domain/scenarios/mutations.ts";
import { scenariosQuery } from "#domain/scenarios/queries.ts";
import { useText } from "#i18n/texts.ts";
import { useActivate } from "../useActivate.ts";
import { useActivationToasts } from "../useActivationToasts.ts";
import { fetchFresh } from "#common/cache.ts";

/**
 * Activates a scenario that was just created and returns the outcome. Never rejects: the scenario
 * exists, and creating it again would not help.
 */
export function useActivateCreated(id: number) {
  const t = useText();
  const toReasonText = useReasonText();
  const client = useQueryClient();
  const { notifySuccess } = useActivationToasts(id);
  const { activate } = useActivate(id);
  return async ({ name }: ScenarioBody, createdId: number | undefined): Promise<void> => {
    const before = client
      .getQueryData(scenariosQuery(id).queryKey)
      ?.items.find(({ active }) => active);
    try {
      const sid = createdId ?? (await findByName(client, id, name));
      await call(activateScenario, { params: { id, sid } });
      notifySuccess(name, before && before.id !== sid ? () => activate(before) : undefined);
    } catch (error) {
      const key = mayBeDone(error) ? "scenarioForm.maybeOn" : "scenarioForm.notOn";
      toast("error", t(key, { name, reason: toReasonText(error) }));
    }
    invalidateScenarios(client, id);
  };
}

/** The newest scenario with this name; throws where the list can't be read. */
async function findByName(client: QueryClient, id: number, name: string): Promise<number> {
  const { items } = await fetchFresh(client, scenariosQuery(id));
  const found = items.filter((scenario) => scenario.name === name.trim()).map((one) => one.id);
  if (found.length === 0) throw new Error("The created scenario is not in the list");
  return Math.max(...found);
}
