import { parseDialled } from "#lib/dialPlan.ts";
import { isPhoneLike, normalizeCharacters, searchDigits } from "#lib/phoneCharacters.ts";
import { foldText } from "#lib/search.ts";
import type { Choice } from "#ui/form/Combobox.tsx";

const folded = new WeakMap<Choice, string>();

/** Whether a choice or its note contains every typed word, or its number the typed digits. */
export function matchesWords(choice: Choice, typed: string): boolean {
  let text = folded.get(choice);
  if (text === undefined) {
    text = foldText(`${choice.label} ${choice.note ?? ""}`);
    folded.set(choice, text);
  }
  const where = text;
  const found = foldText(typed)
    .split(/\s+/)
    .every((word) => where.includes(word));
  return found || (/\d{3}/.test(typed) && matchesDigits(choice.phone, typed));
}

/** Whether a text names a choice exactly: its label, its name, its extension or number. */
export function isExactMatch(choice: Choice, typed: string): boolean {
  const wanted = normalize(typed);
  const names = [choice.label, ...(choice.names ?? [])];
  return names.some((name) => normalize(name) === wanted) || isSamePhone(choice.phone, typed);
}

const normalize = (text: string) => foldText(text).trim().replaceAll(/\s+/g, " ");

/** Whether a text is a part of a phone number in any notation. */
export function matchesDigits(phone: string | undefined, typed: string): boolean {
  if (phone === undefined || phone === "") return false;
  // An extension or a second number would be lost with the choice.
  return isPhoneLike(typed) && searchDigits(typed).some((digits) => phone.includes(digits));
}

/** Whether a text is exactly this phone number in any notation. */
export function isSamePhone(phone: string | undefined, typed: string): boolean {
  if (phone === undefined || phone === "") return false;
  const dialled = parseDialled(typed);
  return dialled.ok ? dialled.digits === phone : normalizeCharacters(typed).trim() === phone;
}
