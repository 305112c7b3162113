import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { numbersQuery } from "#domain/numbers/queries.ts";
import type { SipRow } from "#domain/sip/rows.ts";
import { reloadIfStale } from "#ui/staleBuild.ts";
import type { Reading } from "./columns.ts";
import { type Existing, planLines, type PlannedLine } from "./plan.ts";

interface Planned {
  of: object;
  /** Undefined where the code that checks them could not be loaded. */
  lines: PlannedLine[] | undefined;
}

export interface Plan {
  lines: readonly PlannedLine[] | undefined;
  /** The check failed: its code is missing. */
  isFailed: boolean;
  retry: () => void;
  numbersError: unknown;
}

/**
 * Compares a list with the office; `lines` are undefined until that is done. The accounts are those
 * of the whole office, undefined while they are not known.
 */
export function usePlan(
  reading: Reading | undefined,
  existing: Existing,
  accounts: readonly SipRow[] | undefined,
): Plan {
  const needsNumbers = reading?.columns.includes("callerId") === true;
  const { data, error, isPending } = useQuery({ ...numbersQuery(), enabled: needsNumbers });
  const numbers = useMemo(
    () => data && new Map(data.items.map(({ id, number }) => [number.replaceAll(/\D/g, ""), id])),
    [data],
  );
  const isReady = !needsNumbers || !isPending;
  // What a poll of the statuses changes makes no difference here.
  const key = accounts?.map(({ id, extension, name, callerIdId, role }) =>
    [id, extension, name, callerIdId, role].join("\u0000"),
  );
  const office = useStable(accounts, key?.join("\u0001"));
  const input = useMemo(
    () =>
      reading !== undefined && office !== undefined && isReady
        ? { reading, existing, accounts: office, numbers }
        : undefined,
    [reading, existing, office, numbers, isReady],
  );
  const [planned, setPlanned] = useState<Planned>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    if (input === undefined) return undefined;
    const stop = new AbortController();
    const run = async () => {
      const { readPhone } = await import("#lib/phoneLibrary.ts");
      const lines = await planLines(
        input.reading,
        input.existing,
        { accounts: input.accounts, numbers: input.numbers, readPhone },
        stop.signal,
      );
      if (!stop.signal.aborted) setPlanned({ of: input, lines });
    };
    run().catch(async () => {
      if (stop.signal.aborted || (await reloadIfStale())) return;
      setPlanned({ of: input, lines: undefined });
    });
    return () => stop.abort();
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another attempt checks again
  }, [input, attempt]);
  const done = planned?.of === input ? planned : undefined;
  return {
    lines: done?.lines,
    isFailed: done !== undefined && done.lines === undefined,
    retry: () => {
      setPlanned(undefined);
      setAttempt((n) => n + 1);
    },
    numbersError: needsNumbers ? error : null,
  };
}

/** The same object while its key stays the same. */
function useStable<T>(value: T, key: string | undefined): T {
  // oxlint-disable-next-line react/exhaustive-deps -- the key stands for the value
  return useMemo(() => value, [key]);
}
