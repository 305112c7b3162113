import { readDialled } from "#common/dialPlan.ts";
import { isPhoneLike, plainSigns, searchedDigits } from "#common/phoneSigns.ts";
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
  // An extension or a second number would be lost with the choice.
  return isPhoneLike(typed) && searchedDigits(typed).some((digits) => phone.includes(digits));
}

/** Whether what was typed is this phone number, whole, in any of its spellings. */
export function namesPhone(phone: string | undefined, typed: string): boolean {
  if (phone === undefined || phone === "") return false;
  const dialled = readDialled(typed);
  return dialled.ok ? dialled.digits === phone : plainSigns(typed).trim() === phone;
}
