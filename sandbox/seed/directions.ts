import { COUNTRIES } from "./countries.ts";

export interface Direction {
  id: string;
  name: string;
  english_name: string;
  code: number;
}

export const DIRECTIONS: readonly Direction[] = COUNTRIES.trim()
  .split("\n")
  .map((line, index) => {
    const [, code = "", name = "", english = ""] = /^(\d+) (.+)\|(.+)$/.exec(line) ?? [];
    return { id: String(index + 1), name, english_name: english, code: Number(code) };
  });

const OPEN_CODES = new Set([7, 36, 49, 58, 90, 374, 375, 995, 996, 998]);

/** Ids of the destinations that are open when an office starts. */
export function openAtStart(): Set<string> {
  return new Set(DIRECTIONS.filter(({ code }) => OPEN_CODES.has(code)).map(({ id }) => id));
}
