/**
 * What makes a password fail on phones: they accept only ASCII, and invisible characters can't be
 * typed. `ends`: leading or trailing spaces, which phones and softphones drop.
 */
export type FlawKind = "ends" | "invisible" | "lookalike" | "foreign";

export interface Flaw {
  kind: FlawKind;
  /** The characters in question, each once; invisible ones by their code. */
  found: readonly string[];
}

/** Cyrillic letters that look like Latin ones, or like a digit. */
const LOOKALIKE = /[АаВЕеЅѕІіЈјКкМмНОоРрСсТтУуХхҮүЗзбԁԛԜԝһ]/u;
/** Spaces other than the plain one, controls, joiners, direction marks. */
const INVISIBLE = /[^\S ]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;
const ASCII = /^[ -~]$/;

/** The flaws of a password for phones and softphones; an empty one has none. */
export function passwordFlaws(password: string): readonly Flaw[] {
  const flaws: Flaw[] = [];
  if (password !== password.trim()) flaws.push({ kind: "ends", found: [] });
  const inner = [...new Set(password.trim())].filter((character) => !ASCII.test(character));
  const kinds = new Map<FlawKind, string[]>();
  for (const character of inner) {
    const kind = classifyCharacter(character);
    kinds.set(kind, [
      ...(kinds.get(kind) ?? []),
      kind === "invisible" ? toCodePoint(character) : character,
    ]);
  }
  return [...flaws, ...[...kinds].map(([kind, found]) => ({ kind, found }))];
}

function classifyCharacter(character: string): FlawKind {
  if (INVISIBLE.test(character)) return "invisible";
  return LOOKALIKE.test(character) ? "lookalike" : "foreign";
}

const toCodePoint = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** A pasting mistake: no phone and no operator issues such a password. */
export const isPasteError = ({ kind }: Flaw): boolean => kind === "ends" || kind === "invisible";
