import { foldText } from "#common/search.ts";
import type { Choice } from "#ui/form/Combobox.tsx";

const folded = new WeakMap<Choice, string>();

/** Whether every word of what was typed stands in a choice or its note, or its digits do. */
export function fitsWords(choice: Choice, typed: string): boolean {
  let text = folded.get(choice);
  if (text === undefined) {
    text = foldText(`${choice.label} ${choice.note ?? ""}`);
    folded.set(choice, text);
  }
  const where = text;
  const found = foldText(typed)
    .split(/\s+/)
    .every((word) => where.includes(word));
  return found || (/\d{3}/.test(typed) && fitsDigits(choice.phone, typed));
}

/** Whether a choice is named whole: by its label, its name alone, its extension or number. */
export function namesWhole(choice: Choice, typed: string): boolean {
  const wanted = squeezed(typed);
  const names = [choice.label, ...(choice.names ?? [])];
  return names.some((name) => squeezed(name) === wanted) || namesPhone(choice.phone, typed);
}

const squeezed = (text: string) => foldText(text).trim().replaceAll(/\s+/g, " ");

/** Whether what was typed is a part of a phone number in any of its spellings. */
export function fitsDigits(phone: string | undefined, typed: string): boolean {
  if (phone === undefined || phone === "") return false;
  return spellings(typed).some((digits) => phone.includes(digits));
}

/** Whether what was typed is this phone number, whole, in any of its spellings. */
export function namesPhone(phone: string | undefined, typed: string): boolean {
  if (phone === undefined || phone === "") return false;
  return spellings(typed).some((digits) => digits === phone || `7${digits}` === phone);
}

/** What may stand in a number beside its digits; a letter or a second number makes it another text. */
const SIGNS = /[\s\p{P}\p{Cf}\p{S}]/gu;

/** The digits of what was typed as E.164 writes them, in each way to read them; none of a text. */
function spellings(typed: string): string[] {
  const digits = typed.normalize("NFKC").replaceAll(SIGNS, "");
  if (!/^\d+$/.test(digits)) return [];
  const national = /^8\d{3}/.test(digits) ? [`7${digits.slice(1)}`] : [];
  const abroad = /^(?:810|00)(\d{5,})$/.exec(digits)?.[1];
  return [digits, ...national, ...(abroad === undefined ? [] : [abroad])];
}
