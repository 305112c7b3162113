import { longestCode } from "./longestCode.ts";
import { groupByCode, type Country } from "#domain/directions/model.ts";
import { type Risk, findRisk } from "#domain/directions/risk.ts";

/** The direction of a number. */
export type DirectionMatch =
  | {
      kind: "found";
      code: string;
      /** All countries of the code, in the list's order. */
      sharing: Country[];
      /** They are open or closed together; undefined while it is not known. */
      open: boolean | undefined;
      /** Of the number itself, or of the only country that it can belong to. */
      risk: Risk | undefined;
    }
  /** No code matches; `more` if one could with more digits. */
  | { kind: "none"; more: boolean };

/** Finds the direction of a number by the longest dial code that it begins with. */
export function matchDirection(digits: string, countries: readonly Country[]): DirectionMatch {
  const groups = groupByCode(countries);
  const code = longestCode(digits, groups.keys());
  if (code === undefined) {
    return { kind: "none", more: [...groups.keys()].some((each) => each.startsWith(digits)) };
  }
  const sharing = groups.get(code) ?? [];
  const [only, ...others] = sharing;
  const alone = only !== undefined && others.length === 0;
  const risk = findRisk({ code: digits }) ?? (alone ? findRisk(only) : undefined);
  return { kind: "found", code, sharing, open: only?.open, risk };
}
