import { AsYouType, parsePhoneNumberFromString } from "libphonenumber-js";
import {
  type DialledNumber,
  type PhoneCountry,
  type PhoneProblem,
  type PhoneReading,
  parseDialled,
} from "./dialPlan.ts";
import { normalizeCharacters } from "./phoneCharacters.ts";

/** The only file that carries the phone library: always imported lazily. */

/** Digits of an international number (`37410324040`) as its country writes it. */
export function formatForeign(digits: string): string {
  if (!/^\d{7,15}$/.test(digits)) return digits;
  const parsed = parsePhoneNumberFromString(`+${digits}`);
  // A number that the library can't format without losing a digit stays as it is.
  const written = parsed?.number === `+${digits}` ? parsed.formatInternational() : `+${digits}`;
  return written.replaceAll(" ", "\u00a0");
}

/**
 * Parses a complete phone number, typed in any common notation, into the API's digits. Without a
 * country code it is Russian. An invalid number comes with the reason, and with a suggestion where
 * the intended number is clear but must be confirmed.
 */
export function readPhone(typed: string): PhoneReading {
  const dialled = parseDialled(typed);
  if (dialled.ok) {
    const problem = findProblem(dialled);
    if (problem === undefined) return { ok: true, digits: dialled.digits };
    return { ok: false, problem, suggestion: suggest(problem, typed, undefined) };
  }
  const { problem, number } = dialled;
  return { ok: false, problem, suggestion: suggest(problem, typed, number) };
}

/** A number's country, also while it is being typed; undefined until its code is complete. */
export function findCountry(digits: string): PhoneCountry | undefined {
  const asYouType = new AsYouType();
  asYouType.input(`+${digits}`);
  const code = asYouType.getCallingCode();
  if (code === undefined) return undefined;
  const region = parsePhoneNumberFromString(`+${digits}`)?.country ?? asYouType.getCountry();
  return { code, region };
}

/** Why a number with a clear prefix is invalid; undefined when it exists. */
function findProblem({ digits, notation, first }: DialledNumber): PhoneProblem | undefined {
  const isRussian = digits.startsWith("7");
  if (isRussian && digits.length !== 11) return { kind: "length", n: digits.length };
  const parsed = parsePhoneNumberFromString(`+${digits}`);
  // The library drops e.g. a typed trunk zero: then the number is not the one that was typed.
  const exists = parsed?.isValid() === true && parsed.number === `+${digits}`;
  const country = findCountry(digits);
  // `+495 123-45-67`: the group is an area code, not a country's.
  const isAreaCode = first.length === 3 && first !== country?.code && /^[3489]\d{9}$/.test(digits);
  if (notation === "international" && isAreaCode) return { kind: "plusRussian" };
  if (exists) return undefined;
  if (isRussian) return { kind: "area", code: digits.slice(1, 4) };
  if (/^8[3489]\d{9}$/.test(digits)) return { kind: "plusRussian" };
  // No code is longer than three digits.
  if (country === undefined && digits.length < 3) return { kind: "incomplete" };
  if (country === undefined) return { kind: "noCountry", code: digits.slice(0, 3) };
  const { code, region } = country;
  return { kind: "foreign", region, code, n: digits.length - code.length };
}

/** The number that was probably meant: without what follows it, or with the right prefix. */
function suggest(
  problem: PhoneProblem,
  typed: string,
  number: string | undefined,
): string | undefined {
  const guess = guessNumber(problem, normalizeCharacters(typed).match(/\d+/g) ?? [], number);
  if (guess === undefined) return undefined;
  const reading = readPhone(guess);
  return reading.ok ? reading.digits : undefined;
}

function guessNumber(
  problem: PhoneProblem,
  groups: readonly string[],
  number: string | undefined,
): string | undefined {
  const digits = groups.join("");
  const [first = ""] = groups;
  switch (problem.kind) {
    case "extension":
    case "unread":
      return number;
    case "plusRussian":
      return digits.length === 10 ? `+7${digits}` : `+7${digits.slice(1)}`;
    case "unclear":
      return `+7${digits.slice(0, 10)}`;
    case "noPlus": {
      // Ten digits and something after them: a Russian number with an extension.
      if (/^[3489]/.test(digits) && hasGroupEndAt(groups, 10)) return `+7${digits.slice(0, 10)}`;
      const isWhole = groups.length === 1 || findCountry(digits)?.code === first;
      return isWhole ? `+${digits}` : undefined;
    }
    default:
      return undefined;
  }
}

/** Whether one of the groups, except the last, ends after so many digits. */
function hasGroupEndAt(groups: readonly string[], count: number): boolean {
  let length = 0;
  return groups.slice(0, -1).some((group) => {
    length += group.length;
    return length === count;
  });
}
