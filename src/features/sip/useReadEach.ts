import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useReasonText } from "#common/errorText.ts";

/** Accounts that are read at the same time. */
const AT_ONCE = 4;
/** Milliseconds between two renderings while the answers come in. */
const SHOW_EVERY_MS = 150;

/** What was read of each account, by id; "failed" where it can't be. */
export type ReadById<T> = ReadonlyMap<number, T | "failed">;

export interface EachRead<T> {
  values: ReadById<T>;
  /** Why some could not be read, in words. */
  reason: string | undefined;
  /** Reads again those that failed. */
  retry: () => void;
}

interface Read<T> {
  values: ReadById<T>;
  error?: unknown;
}

/**
 * Reads what the list does not hold of each of these accounts, while it is needed. `readOne` must be
 * the same function at each rendering, and cache what it reads: what was read shortly before is asked
 * for again when reading goes on.
 */
export function useReadEach<T>(
  ids: readonly number[],
  isNeeded: boolean,
  readOne: (client: QueryClient, id: number) => Promise<T>,
): EachRead<T> {
  const client = useQueryClient();
  const reasonText = useReasonText();
  const [{ values, error }, show] = useState<Read<T>>({ values: new Map() });
  const [attempt, setAttempt] = useState(0);
  const key = ids.join();
  useEffect(() => {
    if (!isNeeded || key === "") return undefined;
    const stop = new AbortController();
    const queue = key.split(",").map(Number);
    void readAll(queue, (id) => readOne(client, id), stop.signal, show);
    return () => stop.abort();
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another attempt reads again
  }, [client, key, isNeeded, readOne, attempt]);
  return {
    values,
    reason: error === undefined ? undefined : reasonText(error),
    retry: () => setAttempt((n) => n + 1),
  };
}

async function readAll<T>(
  queue: number[],
  readOne: (id: number) => Promise<T>,
  signal: AbortSignal,
  show: (read: Read<T>) => void,
): Promise<void> {
  const values = new Map<number, T | "failed">();
  let failure: unknown;
  let shownAt = 0;
  const work = async () => {
    for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
      if (signal.aborted) return;
      try {
        values.set(id, await readOne(id));
      } catch (error) {
        values.set(id, "failed");
        failure = error;
      }
      if (Date.now() - shownAt < SHOW_EVERY_MS && queue.length > 0) continue;
      shownAt = Date.now();
      if (!signal.aborted) show({ values: new Map(values), error: failure });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (!signal.aborted) show({ values, error: failure });
}
