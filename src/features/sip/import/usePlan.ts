import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { numbersQuery } from "#domain/numbers/queries.ts";
import type { SipRow } from "#domain/sip/rows.ts";
import type { Reading } from "./columns.ts";
import { type Existing, planLines, type PlannedLine } from "./plan.ts";

interface Planned {
  of: object;
  lines: PlannedLine[];
}

/**
 * Compares a list with the office; `lines` are undefined until that is done. The accounts are those
 * of the whole office, undefined while they are not known.
 */
export function usePlan(
  reading: Reading | undefined,
  existing: Existing,
  accounts: readonly SipRow[] | undefined,
): { lines: readonly PlannedLine[] | undefined; numbersError: unknown } {
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
    run().catch(() => undefined);
    return () => stop.abort();
  }, [input]);
  return {
    lines: planned !== undefined && planned.of === input ? planned.lines : undefined,
    numbersError: needsNumbers ? error : null,
  };
}

/** The same object while its key stays the same. */
function useStable<T>(value: T, key: string | undefined): T {
  // oxlint-disable-next-line react/exhaustive-deps -- the key stands for the value
  return useMemo(() => value, [key]);
}
