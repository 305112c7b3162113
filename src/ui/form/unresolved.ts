/**
 * The field of a picker holds the id of a choice. Typed text that is no choice yet is stored in the
 * same field with a prefix that no id has: drafts keep it, and every schema rejects it.
 */
const UNRESOLVED_PREFIX = "?";

export function asUnresolved(text: string): string {
  return UNRESOLVED_PREFIX + text;
}

/** Typed text that is no choice yet; undefined where one is chosen, or nothing was typed. */
export function unresolvedText(value: string): string | undefined {
  return value.startsWith(UNRESOLVED_PREFIX) ? value.slice(UNRESOLVED_PREFIX.length) : undefined;
}

interface Search<C> {
  choices: readonly C[];
  /** Whether a choice matches the typed text. */
  matches: (choice: C, typed: string) => boolean;
  /** Whether the typed text names a choice exactly. */
  isExact: (choice: C, typed: string) => boolean;
}

/** The choices that a text may mean: the exact matches, or else all matches. */
export function resolveChoices<C>(
  typed: string,
  { choices, matches, isExact }: Search<C>,
): readonly C[] {
  const exact = choices.filter((choice) => isExact(choice, typed));
  return exact.length > 0 ? exact : choices.filter((choice) => matches(choice, typed));
}
