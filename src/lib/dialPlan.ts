/**
 * Parses typed phone numbers by the Russian dial plan, also while they are being typed. Whether such
 * a number exists is for the phone library (`phoneLibrary.ts`).
 */

import { EXTENSION, NUMBER_PART, normalizeCharacters, stripLabel } from "./phoneCharacters.ts";

/** Why a typed text can't be dialled as it is. */
export type PhoneProblem =
  /** Nothing, or only the beginning of a prefix: `+`, `00`, `8 10`. */
  | { kind: "empty" | "incomplete" }
  /** Too few digits to be read without a prefix; there are `n` digits. */
  | { kind: "short"; n: number }
  /** A Russian number of `n` digits where there must be 11 with the 8 or 7. */
  | { kind: "length"; n: number }
  /** Begins neither with 8 or 7 nor with a plus; `n` digits. */
  | { kind: "noPlus"; n: number }
  /** `+8 495…`, `+495 123-45-67`: a number dialled within Russia, behind a plus. */
  | { kind: "plusRussian" }
  /** Eleven digits whose groups show that the first is no prefix: `846 123-45-67 1`. */
  | { kind: "unclear" }
  /** No country's code begins with these digits. */
  | { kind: "noCountry"; code: string }
  /** Russia and Kazakhstan have no such area code. */
  | { kind: "area"; code: string }
  /** `n` digits after the country's code are no number there. */
  | { kind: "foreign"; region: string | undefined; code: string; n: number }
  /** `+44 (0)20…`: a zero that is not dialled after the country's code. */
  | { kind: "trunkZero" }
  | { kind: "extension"; text: string }
  | { kind: "second" }
  /** Letters or characters that are no part of a number. */
  | { kind: "unread"; text: string };

/** Where a number is, by its digits. */
export interface PhoneCountry {
  /** Calling code: `374`. */
  code: string;
  /** ISO 3166: `AM`; undefined where several share the code, and for services of no country. */
  region: string | undefined;
}

/** A typed number, read unambiguously or rejected. */
export type PhoneReading =
  | { ok: true; digits: string }
  | {
      ok: false;
      /** `library`: the phone library could not be loaded. */
      problem: PhoneProblem | { kind: "library" };
      /** Digits of the number that was probably meant; used only when the user confirms it. */
      suggestion: string | undefined;
    };

/** A parsed number: digits from the country code on, as far as typed, and its notation. */
export interface DialledNumber {
  digits: string;
  notation: "international" | "russian";
  /** The first group of digits, from the country code on. */
  first: string;
}

export type DialResult =
  | (DialledNumber & { ok: true })
  | {
      ok: false;
      problem: PhoneProblem;
      /** The part before an extension or before what is not understood. */
      number?: string;
    };

/** Direction overrides: the digits on screen are not in the order in which they are stored. */
const OVERRIDE = /[\u202d\u202e]/;
const SECOND = /^[\s,;/|\\]*(?:(?:и|или|and|or)(?!\p{L})|[,;/|\\+])[\s\S]*\d[\s\S]*\d[\s\S]*\d/iu;
const MAX_QUOTE_LENGTH = 24;

/** Parses a number as people write and dial it; see `DialResult`. */
export function parseDialled(typed: string): DialResult {
  if (OVERRIDE.test(typed)) return fail({ kind: "unread", text: "U+202E" });
  // 8, a tone, and 10: a common notation of international calls.
  const text = stripLabel(typed).replace(/^8\s*[~∼]\s*10/, "8 10");
  const number = NUMBER_PART.exec(text)?.[0] ?? "";
  const rest = text.slice(number.length);
  if (rest !== "") return fail(classifyRest(number, rest), number);
  const [before = "", ...others] = number.split("+");
  if (others.length > 1 || (others.length === 1 && /\d/.test(before))) {
    return fail({ kind: "second" });
  }
  const trailingBracket = /^(.*\d.*)(\(\s*\d{1,6}\s*\))\s*$/.exec(number);
  const [, complete = "", bracket = ""] = trailingBracket ?? [];
  if (complete.replaceAll(/\D/g, "").length >= MIN_COMPLETE_DIGITS) {
    return fail({ kind: "extension", text: bracket }, complete);
  }
  const groups = number.match(/\d+/g) ?? [];
  return others.length === 1 ? international(groups, number) : withoutPlus(groups, number);
}

function fail(problem: PhoneProblem, number?: string): DialResult {
  return number === undefined || !/\d/.test(number)
    ? { ok: false, problem }
    : { ok: false, problem, number: number.replace(/[^\d)]+$/, "") };
}

function classifyRest(number: string, rest: string): PhoneProblem {
  const isAfterNumber = /\d/.test(number);
  if (isAfterNumber && EXTENSION.test(rest)) {
    return { kind: "extension", text: rest.replaceAll(/[\s,;().-]+$|^[\s,;().-]+/g, "") };
  }
  if (isAfterNumber && SECOND.test(rest)) return { kind: "second" };
  const found = isAfterNumber ? rest : (/[^\d\s+().-]+/.exec(rest)?.[0] ?? rest);
  const text = found.trim();
  return {
    kind: "unread",
    text: text.length > MAX_QUOTE_LENGTH ? `${text.slice(0, MAX_QUOTE_LENGTH)}…` : text,
  };
}

/** So many digits before a bracket are more than an area code. */
const MIN_COMPLETE_DIGITS = 8;

const russian = (digits: string): DialResult => ({
  ok: true,
  digits,
  notation: "russian",
  first: "7",
});

function withoutPlus(groups: readonly string[], number: string): DialResult {
  const digits = groups.join("");
  const n = digits.length;
  if (n === 0) return fail({ kind: "empty" });
  const prefix = /^(?:810|00)/.exec(digits)?.[0];
  if (prefix !== undefined) return international(afterPrefix(groups, prefix.length), number);
  if (/^(?:0|81?)$/.test(digits)) return fail({ kind: "incomplete" });
  // With its 8 or 7 a number has eleven digits. Of those without it, only a toll-free one begins
  // with 8: its group distinguishes it from one with a missing digit.
  const isTollFree = n === 10 && groups[0] === "800";
  if (/^[78]/.test(digits) && !isTollFree) {
    if (n > MAX_DIGITS) return fail({ kind: "second" });
    if (n > 11) return fail({ kind: "length", n });
    const national = digits.slice(1);
    if (n === 11 && !beginsWithPrefix(groups)) return fail({ kind: "unclear" });
    if (/^[0125]/.test(national)) {
      if (n === 11) return fail({ kind: "area", code: national.slice(0, 3) });
      return fail({ kind: n < 10 ? "short" : "length", n });
    }
    return russian(`7${national}`);
  }
  if (n < 10) return fail({ kind: "short", n });
  if (n > MAX_DIGITS) return fail({ kind: "second" });
  // Area codes have three to five digits: a first group of two is another country's code.
  const isGroupedAbroad = groups.length > 1 && (groups[0] ?? "").length < 3;
  if (n === 10 && !isGroupedAbroad && (isTollFree || /^[349]/.test(digits))) {
    return russian(`7${digits}`);
  }
  return fail({ kind: "noPlus", n });
}

/**
 * Whether eleven digits begin with the 8 or 7 of a call within Russia, by their groups: `8 846…`,
 * `8846 123-45-67`; not with an area code: `846 123-45-67 1`, `8422 12-34-56 1`.
 */
function beginsWithPrefix(groups: readonly string[]): boolean {
  const [first = ""] = groups;
  if (first.length === 1 || groups.length === 1) return true;
  return first.length !== 3 && groups.at(-1)?.length !== 1;
}

/** Digits of E.164; with more there are two numbers. */
const MAX_DIGITS = 15;

/** The groups of a number after a prefix of so many digits. */
function afterPrefix(groups: readonly string[], length: number): string[] {
  let remaining = length;
  return groups
    .map((group) => {
      const rest = group.slice(remaining);
      remaining = Math.max(0, remaining - group.length);
      return rest;
    })
    .filter(Boolean);
}

function international(groups: readonly string[], number: string): DialResult {
  const digits = groups.join("");
  const [first = "", ...more] = groups;
  if (digits === "") return fail({ kind: "incomplete" });
  if (first.startsWith("0")) return fail({ kind: "noCountry", code: first.slice(0, 3) });
  if (digits.length > MAX_DIGITS) return fail({ kind: "second" });
  if (/\(\s*0\s*\)/.test(number)) return fail({ kind: "trunkZero" });
  if (looksDialledWithinRussia(digits, first, more)) return fail({ kind: "plusRussian" });
  // Of the countries only Russia with Kazakhstan and North America have a code of one digit.
  if (more.length > 0 && first.length === 1 && !/[17]/.test(first)) {
    return fail({ kind: "noCountry", code: first });
  }
  return { ok: true, digits, notation: "international", first };
}

/**
 * `+8 495…` and `+8495 123-45-67`: grouped like a call within Russia. Without groups, or with one
 * after the country's code, it may be Vietnam (84), whose numbers are as long.
 */
function looksDialledWithinRussia(digits: string, first: string, more: readonly string[]): boolean {
  if (!digits.startsWith("8") || more.length === 0) return false;
  if (first === "8") return true;
  return /^8[3489]\d{9}$/.test(digits) && first.length === 4;
}

/** Whether a number is the provider's own, which is sent back unchanged, even a short one. */
export function isUnchanged(typed: string, known: string): boolean {
  const normalized = normalizeCharacters(typed).trim();
  if (known === "" || !/^[+\d\s().-]*$/.test(normalized))
    return normalized === known && known !== "";
  return normalized.replaceAll(/\D/g, "") === known;
}
