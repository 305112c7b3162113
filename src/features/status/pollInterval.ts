import { useState } from "react";
import { writeStored, readStored } from "#i18n/storage.ts";

const STORED = "pult.status.every";
/** The selectable seconds between two polls. */
export const POLL_INTERVALS = [5, 10, 15, 30, 60] as const;
const USUAL = 10;

/** As it is stored now. */
export function readPollInterval(): number {
  const stored = Number(readStored(STORED));
  return POLL_INTERVALS.find((seconds) => seconds === stored) ?? USUAL;
}

/** Seconds between two polls of who is registered: the user's choice, which is stored. */
export function usePollInterval(): [number, (seconds: number) => void] {
  const [every, setEvery] = useState(readPollInterval);
  const choose = (seconds: number) => {
    const known = POLL_INTERVALS.find((one) => one === seconds) ?? USUAL;
    writeStored(STORED, String(known));
    setEvery(known);
  };
  return [every, choose];
}
