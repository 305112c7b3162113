import { useEffect, useState } from "react";
import type { PhoneReading } from "./dialPlan.ts";

/**
 * A phone number for the eye. Takes the API's digits (`79993332210`), gives
 * `+7 999 333-22-10`. Russian numbers are written at once; those of other countries need the
 * library, which comes later: until then they stand as `+37410324040`.
 */
export type FormatPhone = (digits: string) => string;

const RUSSIAN = /^7(\d{3})(\d{3})(\d{2})(\d{2})$/;

function plainPhone(digits: string): string {
  const russian = RUSSIAN.exec(digits);
  if (russian !== null) {
    const [, area, first, second, third] = russian;
    return `+7 ${area} ${first}-${second}-${third}`.replaceAll(" ", "\u00a0");
  }
  return /^\d{7,15}$/.test(digits) ? `+${digits}` : digits;
}

let loaded: FormatPhone | undefined;

export function usePhoneFormat(): FormatPhone {
  const [format, setFormat] = useState<FormatPhone>(() => loaded ?? plainPhone);
  useEffect(() => {
    if (loaded !== undefined) return;
    let gone = false;
    void import("./phoneLibrary.ts").then(
      ({ formatForeign }) => {
        loaded = (digits) => (RUSSIAN.test(digits) ? plainPhone(digits) : formatForeign(digits));
        if (!gone) setFormat(() => loaded ?? plainPhone);
      },
      () => undefined,
    );
    return () => {
      gone = true;
    };
  }, []);
  return format;
}

/**
 * Reads a phone number typed in any usual way. Without the library (the network is gone) nothing
 * is read: a number that is not checked may ring at a stranger's.
 */
export async function readPhone(typed: string): Promise<PhoneReading> {
  try {
    const library = await import("./phoneLibrary.ts");
    return library.readPhone(typed);
  } catch {
    return { ok: false, problem: { kind: "library" }, suggestion: undefined };
  }
}

/**
 * A typed phone number as a request carries it; `?` where none can be read, which every schema
 * refuses in the field's place.
 */
export async function phoneForRequest(typed: string): Promise<string> {
  const reading = await readPhone(typed);
  return reading.ok ? reading.digits : "?";
}

/** A typed phone number as it is shown; what can't be read stays as it is typed. */
export async function formatTypedPhone(typed: string, format: FormatPhone): Promise<string> {
  const reading = await readPhone(typed);
  return reading.ok ? format(reading.digits) : typed;
}
