import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useReasonText } from "#common/errorText.ts";
import { rememberedScenariosQuery } from "#domain/scenarios/remembered.ts";
import { accountQuery } from "#domain/sip/queries.ts";
import type { Details } from "./plan.ts";

/** Accounts that are read at the same time. */
const AT_ONCE = 4;
/** Milliseconds: what was read a moment ago is not read again. */
const FRESH_MS = 30_000;
/** Milliseconds between two renderings while the details come in. */
const SHOW_EVERY_MS = 150;

export interface DetailsRead {
  /** By id; "failed" where they can't be read. */
  details: ReadonlyMap<number, Details | "failed">;
  /** Why some could not be read, in words. */
  reason: string | undefined;
  /** Reads again those that failed. */
  retry: () => void;
}

const NONE: ReadonlyMap<number, Details | "failed"> = new Map();

/** Reads what the list does not hold of these accounts, once it is needed. */
export function useDetails(ids: readonly number[], isNeeded: boolean): DetailsRead {
  const client = useQueryClient();
  const reasonText = useReasonText();
  const [{ details, error }, setRead] = useState<{ details: typeof NONE; error?: unknown }>({
    details: NONE,
  });
  const [attempt, setAttempt] = useState(0);
  const key = ids.join();
  useEffect(() => {
    if (!isNeeded) return undefined;
    const stop = new AbortController();
    void readAll(client, key.split(",").map(Number), stop.signal, setRead);
    return () => stop.abort();
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another attempt reads again
  }, [client, key, isNeeded, attempt]);
  return {
    details,
    reason: error === undefined ? undefined : reasonText(error),
    retry: () => setAttempt((n) => n + 1),
  };
}

async function readAll(
  client: QueryClient,
  ids: readonly number[],
  signal: AbortSignal,
  show: (read: { details: typeof NONE; error?: unknown }) => void,
): Promise<void> {
  const queue = [...ids];
  const details = new Map<number, Details | "failed">();
  let failure: unknown;
  let shownAt = 0;
  const work = async () => {
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      if (signal.aborted) return;
      try {
        details.set(id, await readOne(client, id));
      } catch (error) {
        details.set(id, "failed");
        failure = error;
      }
      if (Date.now() - shownAt < SHOW_EVERY_MS && queue.length > 0) continue;
      shownAt = Date.now();
      if (!signal.aborted) show({ details: new Map(details), error: failure });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (!signal.aborted) show({ details, error: failure });
}

async function readOne(client: QueryClient, id: number): Promise<Details> {
  const [account, remembered] = await Promise.all([
    client.fetchQuery({ ...accountQuery(id), staleTime: FRESH_MS, retry: 1 }),
    // Without it, what the provider does not return is unknown, and said to be.
    client.fetchQuery({ ...rememberedScenariosQuery(id), staleTime: FRESH_MS }).catch(() => []),
  ]);
  return { role: account.role, scenarios: account.sip_scenarios, remembered };
}
