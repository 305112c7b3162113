import { useEffect, useState } from "react";

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
 * Reads a phone number typed in any usual way into the API's digits; undefined when no such
 * number is possible. Without the library (the network is gone) it goes by the digits alone:
 * the provider has the last word anyway.
 */
export async function readPhone(typed: string): Promise<string | undefined> {
  try {
    const library = await import("./phoneLibrary.ts");
    return library.readPhone(typed);
  } catch {
    const bare = typed.replaceAll(/\D/g, "");
    const abroad = typed.trim().startsWith("+");
    const digits = abroad ? bare : bare.replace(/^8(?=\d{10}$)/, "7");
    return /^\d{7,15}$/.test(digits) ? digits : undefined;
  }
}

/** A typed phone number as it is shown; what can't be read stays as it is typed. */
export async function tidyPhone(typed: string, format: FormatPhone): Promise<string> {
  const digits = await readPhone(typed);
  return digits === undefined ? typed : format(digits);
}
