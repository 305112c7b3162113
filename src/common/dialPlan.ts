/**
 * Reads typed phone numbers by the Russian dial plan. Pure and small: it tells what was dialled, also
 * while it is being typed. Whether such a number exists is for the phone library (`phoneLibrary.ts`).
 */

import { EXTENSION, NUMBER_PART, plainSigns, withoutLabel } from "./phoneSigns.ts";

/** Why a typed text can't be dialled as it stands. */
export type PhoneProblem =
  /** Nothing, or only the beginning of a prefix: `+`, `00`, `8 10`. */
  | { kind: "empty" | "incomplete" }
  /** Too few digits to be read without a prefix; `n` digits are there. */
  | { kind: "short"; n: number }
  /** A Russian number of `n` digits where there must be 11 with the 8 or 7. */
  | { kind: "length"; n: number }
  /** Begins neither with 8 or 7 nor with a plus; `n` digits. */
  | { kind: "noPlus"; n: number }
  /** `+8 495…`, `+495 123-45-67`: what is dialled within Russia, behind a plus. */
  | { kind: "plusRussian" }
  /** Eleven digits whose groups say that the first is no prefix: `846 123-45-67 1`. */
  | { kind: "unclear" }
  /** No country's code begins with these digits. */
  | { kind: "noCountry"; code: string }
  /** Russia and Kazakhstan have no such area code. */
  | { kind: "area"; code: string }
  /** `n` digits behind the country's code make no number there. */
  | { kind: "foreign"; region: string | undefined; code: string; n: number }
  /** `+44 (0)20…`: a zero that is not dialled behind the country's code. */
  | { kind: "trunkZero" }
  | { kind: "extension"; text: string }
  | { kind: "second" }
  /** Letters or signs that are no part of a number. */
  | { kind: "unread"; text: string };

/** Where a number is, by its digits. */
export interface PhoneCountry {
  /** Calling code: `374`. */
  code: string;
  /** ISO 3166: `AM`; undefined where several share the code, and for services of no country. */
  region: string | undefined;
}

/** A typed number, read exactly or refused. */
export type PhoneReading =
  | { ok: true; digits: string }
  | {
      ok: false;
      /** `library`: what reads numbers could not be loaded. */
      problem: PhoneProblem | { kind: "library" };
      /** Digits of the number that seems to be meant; it is taken only when a person says so. */
      suggestion: string | undefined;
    };

/** What was dialled: digits from the country's code on, as far as typed, and how they were read. */
export interface Dialled {
  digits: string;
  way: "international" | "russian";
  /** Digits up to the first sign between them, from the country's code on. */
  first: string;
}

export type Dialling =
  | (Dialled & { ok: true })
  | {
      ok: false;
      problem: PhoneProblem;
      /** The part before an extension or before what is not understood. */
      number?: string;
    };

/** From right to left: what is on screen is not the order in which it is typed. */
const OVERRIDE = /[\u202d\u202e]/;
const SECOND = /^[\s,;/|\\]*(?:(?:и|или|and|or)(?!\p{L})|[,;/|\\+])[\s\S]*\d[\s\S]*\d[\s\S]*\d/iu;
/** Longest part of a text that a message quotes. */
const QUOTED = 24;

/** Reads a number as people write and dial it; see `Dialling`. */
export function readDialled(typed: string): Dialling {
  if (OVERRIDE.test(typed)) return refuse({ kind: "unread", text: "U+202E" });
  // The 8, a tone, and 10: how calls abroad are often written.
  const text = withoutLabel(typed).replace(/^8\s*[~∼]\s*10/, "8 10");
  const number = NUMBER_PART.exec(text)?.[0] ?? "";
  const rest = text.slice(number.length);
  if (rest !== "") return refuse(problemOfRest(number, rest), number);
  const [before = "", ...others] = number.split("+");
  if (others.length > 1 || (others.length === 1 && /\d/.test(before))) {
    return refuse({ kind: "second" });
  }
  const behind = /^(.*\d.*)(\(\s*\d{1,6}\s*\))\s*$/.exec(number);
  const [, whole = "", bracket = ""] = behind ?? [];
  if (whole.replaceAll(/\D/g, "").length >= SHORTEST_WHOLE) {
    return refuse({ kind: "extension", text: bracket }, whole);
  }
  const groups = number.match(/\d+/g) ?? [];
  return others.length === 1 ? international(groups, number) : withoutPlus(groups, number);
}

function refuse(problem: PhoneProblem, number?: string): Dialling {
  return number === undefined || !/\d/.test(number)
    ? { ok: false, problem }
    : { ok: false, problem, number: number.replace(/[^\d)]+$/, "") };
}

function problemOfRest(number: string, rest: string): PhoneProblem {
  const isAfterNumber = /\d/.test(number);
  if (isAfterNumber && EXTENSION.test(rest)) {
    return { kind: "extension", text: rest.replaceAll(/[\s,;().-]+$|^[\s,;().-]+/g, "") };
  }
  if (isAfterNumber && SECOND.test(rest)) return { kind: "second" };
  const found = isAfterNumber ? rest : (/[^\d\s+().-]+/.exec(rest)?.[0] ?? rest);
  const text = found.trim();
  return { kind: "unread", text: text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text };
}

/** Digits before a bracket that are more than an area code. */
const SHORTEST_WHOLE = 8;

const russian = (digits: string): Dialling => ({ ok: true, digits, way: "russian", first: "7" });

function withoutPlus(groups: readonly string[], number: string): Dialling {
  const digits = groups.join("");
  const n = digits.length;
  if (n === 0) return refuse({ kind: "empty" });
  const prefix = /^(?:810|00)/.exec(digits)?.[0];
  if (prefix !== undefined) return international(afterPrefix(groups, prefix.length), number);
  if (/^(?:0|81?)$/.test(digits)) return refuse({ kind: "incomplete" });
  // With its 8 or 7 a number has eleven digits. Of those without it, only a free one begins with 8:
  // it is told from one with a digit missing by its group.
  const isTollFree = n === 10 && groups[0] === "800";
  if (/^[78]/.test(digits) && !isTollFree) {
    if (n > MOST_DIGITS) return refuse({ kind: "second" });
    if (n > 11) return refuse({ kind: "length", n });
    const national = digits.slice(1);
    if (n === 11 && !beginsWithPrefix(groups)) return refuse({ kind: "unclear" });
    if (/^[0125]/.test(national)) {
      if (n === 11) return refuse({ kind: "area", code: national.slice(0, 3) });
      return refuse({ kind: n < 10 ? "short" : "length", n });
    }
    return russian(`7${national}`);
  }
  if (n < 10) return refuse({ kind: "short", n });
  if (n > MOST_DIGITS) return refuse({ kind: "second" });
  // Area codes have three to five digits: a first group of two is another country's code.
  const isGroupedAbroad = groups.length > 1 && (groups[0] ?? "").length < 3;
  if (n === 10 && !isGroupedAbroad && (isTollFree || /^[349]/.test(digits))) {
    return russian(`7${digits}`);
  }
  return refuse({ kind: "noPlus", n });
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
const MOST_DIGITS = 15;

/** The groups of a number behind the prefix of so many digits. */
function afterPrefix(groups: readonly string[], length: number): string[] {
  let left = length;
  return groups
    .map((group) => {
      const rest = group.slice(left);
      left = Math.max(0, left - group.length);
      return rest;
    })
    .filter(Boolean);
}

function international(groups: readonly string[], number: string): Dialling {
  const digits = groups.join("");
  const [first = "", ...more] = groups;
  if (digits === "") return refuse({ kind: "incomplete" });
  if (first.startsWith("0")) return refuse({ kind: "noCountry", code: first.slice(0, 3) });
  if (digits.length > MOST_DIGITS) return refuse({ kind: "second" });
  if (/\(\s*0\s*\)/.test(number)) return refuse({ kind: "trunkZero" });
  if (looksDialledWithinRussia(digits, first, more)) return refuse({ kind: "plusRussian" });
  // Of the countries only Russia with Kazakhstan and North America have a code of one digit.
  if (more.length > 0 && first.length === 1 && !/[17]/.test(first)) {
    return refuse({ kind: "noCountry", code: first });
  }
  return { ok: true, digits, way: "international", first };
}

/**
 * `+8 495…` and `+8495 123-45-67`: grouped as a call within Russia is. Without groups, or with one
 * behind the country's code, it may be Vietnam (84), whose numbers are as long.
 */
function looksDialledWithinRussia(digits: string, first: string, more: readonly string[]): boolean {
  if (!digits.startsWith("8") || more.length === 0) return false;
  if (first === "8") return true;
  return /^8[3489]\d{9}$/.test(digits) && first.length === 4;
}

/** Whether a number is the one that came from the provider: it goes back as it came, a short one too. */
export function isUnchanged(typed: string, known: string): boolean {
  const plain = plainSigns(typed).trim();
  if (known === "" || !/^[+\d\s().-]*$/.test(plain)) return plain === known && known !== "";
  return plain.replaceAll(/\D/g, "") === known;
}
