import type { QueryClient } from "@tanstack/react-query";
import type { RememberedScenario } from "#api/remembered.ts";
import { fetchFresh } from "#common/cache.ts";
import { useTimely, WAIT_MS } from "#common/memory/useTimely.ts";
import { rememberedScenariosQuery } from "#domain/scenarios/remembered.ts";

/** What Pult remembers of one scenario. */
export interface ScenarioMemory {
  /** Whether it was just read: a colleague may have saved since an older reading. */
  isFresh: boolean;
  item: RememberedScenario | undefined;
}

/** Reads what Pult remembers of a scenario; `isReady` once it is read, or has taken too long. */
export function useScenarioMemory(accountId: number, sid: number) {
  const { data, isReady, isFresh } = useTimely(rememberedScenariosQuery(accountId));
  const memory: ScenarioMemory = { isFresh, item: data?.find(({ id }) => id === sid) };
  return { isReady, memory };
}

/** Which save Pult remembers right now; null for none, undefined where it can't be read. */
export async function fetchLastSave(
  client: QueryClient,
  accountId: number,
  sid: number,
): Promise<LastSave> {
  const reading = fetchFresh(client, rememberedScenariosQuery(accountId)).then(
    (items) => lastSave(items.find(({ id }) => id === sid)),
    () => undefined,
  );
  const timeout = new Promise<undefined>((resolve) => {
    setTimeout(resolve, WAIT_MS);
  });
  return Promise.race([reading, timeout]);
}

export type LastSave = number | null | undefined;

export const lastSave = (item: RememberedScenario | undefined): LastSave => item?.entry ?? null;

/** What may be filled in. */
export const usable = ({ isFresh, item }: ScenarioMemory) => (isFresh ? item : undefined);
