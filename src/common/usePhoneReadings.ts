import { useCallback, useEffect, useState } from "react";
import type { PhoneReading } from "#lib/dialPlan.ts";
import { readPhone } from "./phone.ts";

/**
 * Parses typed numbers; undefined until they are parsed. The function parses them again, for when the
 * library failed to load.
 */
export function usePhoneReadings(
  typed: readonly string[],
): [readings: (PhoneReading | undefined)[], readAgain: () => Promise<void>] {
  const [read, setRead] = useState<ReadonlyMap<string, PhoneReading>>(new Map());
  // A single-line text has no line break, so lines make a stable dependency.
  const lines = typed.join("\n");
  useEffect(() => {
    let cancelled = false;
    void readLines(lines).then((latest) => {
      if (!cancelled) setRead(latest);
    });
    return () => {
      cancelled = true;
    };
  }, [lines]);
  const readAgain = useCallback(async () => setRead(await readLines(lines)), [lines]);
  return [typed.map((text) => read.get(text)), readAgain];
}

async function readLines(lines: string): Promise<Map<string, PhoneReading>> {
  const all = lines.split("\n").map(async (text) => [text, await readPhone(text)] as const);
  return new Map(await Promise.all(all));
}

/** The digits of typed numbers; undefined where one is invalid or not parsed yet. */
export function usePhoneDigits(typed: readonly string[]): (string | undefined)[] {
  const [readings] = usePhoneReadings(typed);
  return readings.map((reading) => (reading?.ok ? reading.digits : undefined));
}
