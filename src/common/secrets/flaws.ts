/**
 * What makes a password fail on phones: they take ASCII, and what can't be seen can't be typed
 * there. `ends`: a blank at an end, that phones and softphones drop.
 */
export type FlawKind = "ends" | "invisible" | "lookalike" | "foreign";

export interface Flaw {
  kind: FlawKind;
  /** The characters in question, each once; invisible ones by their code. */
  found: readonly string[];
}

/** Cyrillic letters that look like Latin ones, or like a digit. */
const LOOKALIKE = /[АаВЕеЅѕІіЈјКкМмНОоРрСсТтУуХхҮүЗзбԁԛԜԝһ]/u;
/** Blanks of every width but the plain one, controls, joiners, marks of direction. */
const INVISIBLE = /[^\S ]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]/u;
const ASCII = /^[ -~]$/;

/** What is wrong with a password for phones and softphones; none of an empty one. */
export function passwordFlaws(password: string): readonly Flaw[] {
  const flaws: Flaw[] = [];
  if (password !== password.trim()) flaws.push({ kind: "ends", found: [] });
  const inner = [...new Set(password.trim())].filter((sign) => !ASCII.test(sign));
  const kinds = new Map<FlawKind, string[]>();
  for (const sign of inner) {
    const kind = kindOf(sign);
    kinds.set(kind, [...(kinds.get(kind) ?? []), kind === "invisible" ? codeOf(sign) : sign]);
  }
  return [...flaws, ...[...kinds].map(([kind, found]) => ({ kind, found }))];
}

function kindOf(sign: string): FlawKind {
  if (INVISIBLE.test(sign)) return "invisible";
  return LOOKALIKE.test(sign) ? "lookalike" : "foreign";
}

const codeOf = (sign: string) =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;

/** An accident of pasting: no phone and no operator has given out such a password. */
export const isAccident = ({ kind }: Flaw): boolean => kind === "ends" || kind === "invisible";
