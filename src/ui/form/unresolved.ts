/**
 * The field of a picker holds the id of a choice. Text that was typed and is no choice yet stands
 * in the same field behind a sign that no id has: a draft keeps it, and every schema refuses it.
 */
const SIGN = "?";

export function asUnresolved(text: string): string {
  return SIGN + text;
}

/** What was typed and is no choice yet; undefined where one is chosen, or nothing was typed. */
export function unresolvedText(value: string): string | undefined {
  return value.startsWith(SIGN) ? value.slice(SIGN.length) : undefined;
}

interface Search<C> {
  choices: readonly C[];
  /** Whether a choice is found by what was typed. */
  fits: (choice: C, typed: string) => boolean;
  /** Whether a choice is named whole by what was typed. */
  names: (choice: C, typed: string) => boolean;
}

/** The choices that a text may mean: those that it names whole, or else those that it finds. */
export function meantBy<C>(typed: string, { choices, fits, names }: Search<C>): readonly C[] {
  const named = choices.filter((choice) => names(choice, typed));
  return named.length > 0 ? named : choices.filter((choice) => fits(choice, typed));
}
