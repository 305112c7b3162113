import { parsePhoneNumberFromString } from "libphonenumber-js";

/** The only file that carries the phone library: always imported lazily. */

/** Digits of an international number (`37410324040`) as its country writes it. */
export function formatForeign(digits: string): string {
  if (!/^\d{7,15}$/.test(digits)) return digits;
  const parsed = parsePhoneNumberFromString(`+${digits}`);
  return (parsed?.formatInternational() ?? `+${digits}`).replaceAll(" ", "\u00a0");
}

/**
 * Reads a phone number typed in any usual way (`8 (999) 333-22-10`, `+7 999…`, `9993332210`)
 * into the API's digits; undefined when no such number is possible. Without a country code it
 * is read as Russian.
 */
export function readPhone(typed: string): string | undefined {
  const digits = typed.replaceAll(/\D/g, "");
  const written = typed.trim().startsWith("+") ? `+${digits}` : digits;
  // 8… is how one dials within Russia, 7… how many write it without the plus.
  const russian = written.replace(/^[78](?=\d{10}$)/, "+7");
  const readings = [
    parsePhoneNumberFromString(russian, "RU"),
    parsePhoneNumberFromString(`+${digits}`),
  ];
  return readings.find((number) => number?.isPossible() === true)?.number.slice(1);
}

/**
 * The country (`KZ`) that a number seems to be of: a guess by how countries divide what they
 * share. Undefined where nothing tells them apart, or the number is not whole.
 */
export function likelyRegion(digits: string): string | undefined {
  return parsePhoneNumberFromString(`+${digits}`)?.country;
}
