import { AsYouType, parsePhoneNumberFromString } from "libphonenumber-js";
import {
  type Dialled,
  type PhoneCountry,
  type PhoneProblem,
  type PhoneReading,
  readDialled,
} from "./dialPlan.ts";
import { plainSigns } from "./phoneSigns.ts";

/** The only file that carries the phone library: always imported lazily. */

/** Digits of an international number (`37410324040`) as its country writes it. */
export function formatForeign(digits: string): string {
  if (!/^\d{7,15}$/.test(digits)) return digits;
  const parsed = parsePhoneNumberFromString(`+${digits}`);
  // What it can't write without losing a digit stands as it is.
  const written = parsed?.number === `+${digits}` ? parsed.formatInternational() : `+${digits}`;
  return written.replaceAll(" ", "\u00a0");
}

/**
 * Reads a whole phone number, typed in any usual way, into the API's digits: exactly, or not at all.
 * Without a country code it is read as Russian. A refusal says why, and which number is meant
 * where that is clear but must be confirmed.
 */
export function readPhone(typed: string): PhoneReading {
  const dialled = readDialled(typed);
  if (dialled.ok) {
    const problem = problemOf(dialled);
    if (problem === undefined) return { ok: true, digits: dialled.digits };
    return { ok: false, problem, suggestion: undefined };
  }
  const { problem, number } = dialled;
  return { ok: false, problem, suggestion: suggestionFor(problem, typed, number) };
}

/** A number's country, also while it is being typed; undefined before its code is whole. */
export function countryOf(digits: string): PhoneCountry | undefined {
  const asYouType = new AsYouType();
  asYouType.input(`+${digits}`);
  const code = asYouType.getCallingCode();
  if (code === undefined) return undefined;
  const region = parsePhoneNumberFromString(`+${digits}`)?.country ?? asYouType.getCountry();
  return { code, region };
}

/** What is wrong with a number whose prefix is clear; undefined when it exists. */
function problemOf({ digits }: Dialled): PhoneProblem | undefined {
  const isRussian = digits.startsWith("7");
  if (isRussian && digits.length !== 11) return { kind: "length", n: digits.length };
  const parsed = parsePhoneNumberFromString(`+${digits}`);
  // A digit that the library leaves out (a trunk zero, say) was typed: nothing is left out here.
  if (parsed?.isValid() === true && parsed.number === `+${digits}`) return undefined;
  if (isRussian) return { kind: "area", code: digits.slice(1, 4) };
  const country = countryOf(digits);
  if (country === undefined) {
    return digits.startsWith("8")
      ? { kind: "plusEight" }
      : { kind: "noCountry", code: digits.slice(0, 3) };
  }
  const { code, region } = country;
  return { kind: "foreign", region, code, n: digits.length - code.length };
}

/** The number that seems to be meant: what is left without an extension, or with the right prefix. */
function suggestionFor(
  problem: PhoneProblem,
  typed: string,
  number: string | undefined,
): string | undefined {
  const digits = plainSigns(typed).replaceAll(/\D/g, "");
  const meant =
    problem.kind === "noPlus"
      ? `+${digits}`
      : problem.kind === "plusEight"
        ? `+7${digits.slice(1)}`
        : problem.kind === "extension" || problem.kind === "unread"
          ? number
          : undefined;
  if (meant === undefined) return undefined;
  const reading = readPhone(meant);
  return reading.ok ? reading.digits : undefined;
}
