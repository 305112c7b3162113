/**
 * What a search needs to know about phone numbers. Separate from the parser (`dialPlan.ts`), which
 * the first list can load later.
 */

/**
 * Replaces typographic characters by ASCII and removes invisible ones: full-width digits, dashes of
 * any width, no-break spaces, soft hyphens, direction marks.
 */
export function normalizeCharacters(text: string): string {
  return text
    .replaceAll(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replaceAll(/[\p{Pd}\u02d7\u2043\u2212\u2796]/gu, "-")
    .replaceAll(/[\u207a\ufe62\u2795]/g, "+")
    .replaceAll(/[\p{Zs}\t\r\n]/gu, " ")
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, "");
}

const LABEL =
  /^(?:(?:тел(?:ефон)?|моб(?:ильный)?|сот(?:овый)?|раб(?:очий)?|номер|т|tel(?:ephone)?|phone|mob(?:ile)?|cell|callto)(?!\p{L})[.:\s№]*|№\s*)+(?=[+\d(])/iu;
const QUOTES = /^["'«»“”„‘’`]+|["'«»“”„‘’`]+$/g;

/** Removes quotes around a text and a label such as `Тел.:` before it. */
export function stripLabel(text: string): string {
  const bare = normalizeCharacters(text).trim().replaceAll(QUOTES, "").trim();
  return bare
    .replace(LABEL, "")
    .replace(/[\s.,;:]+$/, "")
    .replaceAll(QUOTES, "");
}

/** The beginning of a text that consists of digits and separators. */
export const NUMBER_PART = /^[+\d\s().-]*/;
/** What follows a number and is dialled once the call is answered. */
export const EXTENSION =
  /^[\s,;.(-]*(?:(?:доб(?:авочн\p{L}*)?|доп|вн(?:утр(?:енн\p{L}*)?)?|ext(?:ension|n)?|[xхpпw#*])(?!\p{L})|,+|;+(?:ext=)?)[\s.:=№#(-]*\d{1,6}[\s).#]*$/iu;
/** Whether a text is a number, or a part of one, and nothing else. */
export function isPhoneLike(typed: string): boolean {
  const text = stripLabel(typed);
  return /\d/.test(text) && NUMBER_PART.exec(text)?.[0] === text;
}

/**
 * The digits to search for in a text that looks like a number or a part of one, in every form in
 * which they may be stored; empty for any other text. Ignores an extension.
 */
export function searchDigits(typed: string): string[] {
  const text = stripLabel(typed);
  const number = NUMBER_PART.exec(text)?.[0] ?? "";
  const rest = text.slice(number.length);
  const digits = number.replaceAll(/\D/g, "");
  if (digits === "" || (rest !== "" && !EXTENSION.test(rest))) return [];
  // Dialled within Russia as 8…, it is stored as 7…; dialled abroad, without the prefix.
  const stored = /^8\d{3,}$/.test(digits) ? `7${digits.slice(1)}` : undefined;
  const abroad = number.includes("+") ? undefined : /^(?:810|00)(\d{3,})$/.exec(digits)?.[1];
  return [digits, stored, abroad].filter((spelling) => spelling !== undefined);
}
