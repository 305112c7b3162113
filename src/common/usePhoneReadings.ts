import { useCallback, useEffect, useState } from "react";
import type { PhoneReading } from "./dialPlan.ts";
import { readPhone } from "./phone.ts";

/**
 * Typed numbers as they are read; undefined until they are. The function reads them again, for when
 * the library could not be loaded.
 */
export function usePhoneReadings(
  typed: readonly string[],
): [readings: (PhoneReading | undefined)[], readAgain: () => Promise<void>] {
  const [read, setRead] = useState<ReadonlyMap<string, PhoneReading>>(new Map());
  // A line of text holds no line break.
  const lines = typed.join("\n");
  useEffect(() => {
    let gone = false;
    void readLines(lines).then((latest) => {
      if (!gone) setRead(latest);
    });
    return () => {
      gone = true;
    };
  }, [lines]);
  const readAgain = useCallback(async () => setRead(await readLines(lines)), [lines]);
  return [typed.map((text) => read.get(text)), readAgain];
}

async function readLines(lines: string): Promise<Map<string, PhoneReading>> {
  const all = lines.split("\n").map(async (text) => [text, await readPhone(text)] as const);
  return new Map(await Promise.all(all));
}

/** The digits of typed numbers; undefined where no number can be read, or not yet. */
export function usePhoneDigits(typed: readonly string[]): (string | undefined)[] {
  const [readings] = usePhoneReadings(typed);
  return readings.map((reading) => (reading?.ok ? reading.digits : undefined));
}
