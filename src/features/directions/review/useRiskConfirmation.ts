import { useState } from "react";
import type { RiskyCountry } from "./risky.ts";

/** The tick under the risky countries. It is valid for the countries named, and for no others. */
export function useRiskConfirmation(risky: readonly RiskyCountry[]) {
  const named = risky
    .map(({ country }) => country.id)
    .sort()
    .join();
  const [tickedFor, setTickedFor] = useState<string>();
  return {
    ticked: tickedFor === named,
    set: (ticked: boolean) => setTickedFor(ticked ? named : undefined),
  };
}
