import { foldText } from "#common/search.ts";
import type { Choice } from "#ui/form/Combobox.tsx";

const folded = new WeakMap<Choice, string>();

/** Whether every word of what was typed stands in a choice or its note; case, «ё» and accents aside. */
export function fitsWords(choice: Choice, typed: string): boolean {
  let text = folded.get(choice);
  if (text === undefined) {
    text = foldText(`${choice.label} ${choice.note ?? ""}`);
    folded.set(choice, text);
  }
  const where = text;
  return foldText(typed)
    .split(/\s+/)
    .every((word) => where.includes(word));
}
