import { type QueryClient, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { RememberedScenario } from "#api/remembered.ts";
import { fetchFresh } from "#common/cache.ts";
import { rememberedScenariosQuery } from "#domain/scenarios/remembered.ts";

/** Milliseconds that a form waits for what Pult remembers: then it opens without. */
const WAIT_MS = 1_000;

/** What Pult remembers of one scenario. */
export interface ScenarioMemory {
  /** Whether it was just read: a colleague may have saved since an older reading. */
  isFresh: boolean;
  item: RememberedScenario | undefined;
}

/** Reads what Pult remembers of a scenario; `isReady` once it is read, or has taken too long. */
export function useScenarioMemory(accountId: number, sid: number) {
  const { data, fetchStatus, isStale } = useQuery({
    ...rememberedScenariosQuery(accountId),
    refetchOnMount: "always",
  });
  const [hasWaited, setHasWaited] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setHasWaited(true), WAIT_MS);
    return () => clearTimeout(timer);
  }, []);
  const isOver = fetchStatus !== "fetching";
  const memory: ScenarioMemory = {
    isFresh: isOver && data !== undefined && !isStale,
    item: data?.find(({ id }) => id === sid),
  };
  return { isReady: isOver || hasWaited, memory };
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
