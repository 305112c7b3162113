/**
 * What a search knows of phone numbers: the first list carries it, so that the whole reader
 * (`dialPlan.ts`) may come later.
 */

/**
 * A typed text with typographic signs made plain and invisible ones left out: full-width digits,
 * dashes of any width, spaces that do not break, soft hyphens, direction marks.
 */
export function plainSigns(text: string): string {
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

/** The text without quotes around it and without a label such as `Тел.:` before it. */
export function withoutLabel(text: string): string {
  const bare = plainSigns(text).trim().replaceAll(QUOTES, "").trim();
  return bare
    .replace(LABEL, "")
    .replace(/[\s.,;:]+$/, "")
    .replaceAll(QUOTES, "");
}

/** The beginning of a text as far as it is digits and the signs between them. */
export const NUMBER_PART = /^[+\d\s().-]*/;
/** What follows a number and is dialled once it answers. */
export const EXTENSION =
  /^[\s,;.(-]*(?:(?:доб(?:авочн\p{L}*)?|доп|вн(?:утр(?:енн\p{L}*)?)?|ext(?:ension|n)?|[xхpпw#*])(?!\p{L})|,+|;+(?:ext=)?)[\s.:=№#(-]*\d{1,6}[\s).#]*$/iu;
/** Whether a text is a number, or a part of one, and nothing else. */
export function isPhoneLike(typed: string): boolean {
  const text = withoutLabel(typed);
  return /\d/.test(text) && NUMBER_PART.exec(text)?.[0] === text;
}

/**
 * The digits to look for where a text looks like a number or a part of one, in the spellings in
 * which it may be stored; none where it does not. An extension behind it is not looked for.
 */
export function searchedDigits(typed: string): string[] {
  const text = withoutLabel(typed);
  const number = NUMBER_PART.exec(text)?.[0] ?? "";
  const rest = text.slice(number.length);
  const digits = number.replaceAll(/\D/g, "");
  if (digits === "" || (rest !== "" && !EXTENSION.test(rest))) return [];
  // Dialled within Russia, 8…, it is stored as 7…; dialled abroad, without the prefix.
  const stored = /^8\d{3,}$/.test(digits) ? `7${digits.slice(1)}` : undefined;
  const abroad = number.includes("+") ? undefined : /^(?:810|00)(\d{3,})$/.exec(digits)?.[1];
  return [digits, stored, abroad].filter((spelling) => spelling !== undefined);
}
