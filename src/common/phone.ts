import { useEffect, useState } from "react";
import type { PhoneReading } from "#lib/dialPlan.ts";

/**
 * Formats a phone number: the API's digits (`79993332210`) become `+7 999 333-22-10`. Russian numbers
 * are formatted at once; those of other countries need the library, which loads later: until then
 * they are shown as `+37410324040`.
 */
export type FormatPhone = (digits: string) => string;

const RUSSIAN = /^7(\d{3})(\d{3})(\d{2})(\d{2})$/;

function formatWithoutLibrary(digits: string): string {
  const russian = RUSSIAN.exec(digits);
  if (russian !== null) {
    const [, area, first, second, third] = russian;
    return `+7 ${area} ${first}-${second}-${third}`.replaceAll(" ", "\u00a0");
  }
  return /^\d{7,15}$/.test(digits) ? `+${digits}` : digits;
}

let loaded: FormatPhone | undefined;

export function usePhoneFormat(): FormatPhone {
  const [format, setFormat] = useState<FormatPhone>(() => loaded ?? formatWithoutLibrary);
  useEffect(() => {
    if (loaded !== undefined) return;
    let cancelled = false;
    void import("#lib/phoneLibrary.ts").then(
      ({ formatForeign }) => {
        loaded = (digits) =>
          RUSSIAN.test(digits) ? formatWithoutLibrary(digits) : formatForeign(digits);
        if (!cancelled) setFormat(() => loaded ?? formatWithoutLibrary);
      },
      () => undefined,
    );
    return () => {
      cancelled = true;
    };
  }, []);
  return format;
}

/**
 * Parses a phone number typed in any common notation. Fails without the library (e.g. offline): an
 * unchecked number may ring a stranger.
 */
export async function readPhone(typed: string): Promise<PhoneReading> {
  try {
    const library = await import("#lib/phoneLibrary.ts");
    return library.readPhone(typed);
  } catch {
    return { ok: false, problem: { kind: "library" }, suggestion: undefined };
  }
}

/**
 * A typed phone number for a request; `?` where it is invalid, which every schema rejects with an
 * error on the field.
 */
export async function phoneForRequest(typed: string): Promise<string> {
  const reading = await readPhone(typed);
  return reading.ok ? reading.digits : "?";
}

/** A typed phone number, formatted; an invalid one stays as typed. */
export async function formatTypedPhone(typed: string, format: FormatPhone): Promise<string> {
  const reading = await readPhone(typed);
  return reading.ok ? format(reading.digits) : typed;
}
