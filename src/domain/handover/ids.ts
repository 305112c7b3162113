import { parseId } from "#paths";

/** As many accounts as are handed over at once. */
export const MAX_IDS = 500;

export type ReadIds = { ids: number[] } | { problem: "none" | "unreadable" | "tooMany" };

/** Reads a list of ids and ranges, `25,27,40-45`: each id once, in the list's order. */
export function readIds(text: string): ReadIds {
  if (text.trim() === "") return { problem: "none" };
  const ids = new Set<number>();
  for (const part of text.split(",")) {
    const [from, to, ...more] = part.split("-").map((id) => parseId(id.trim()));
    const hasEnd = part.includes("-");
    const last = hasEnd ? to : from;
    if (from === undefined || last === undefined || last < from || more.length > 0)
      return { problem: "unreadable" };
    // Before it is written out: a range may be of any length.
    if (last - from >= MAX_IDS) return { problem: "tooMany" };
    for (let id = from; id <= last; id++) ids.add(id);
    if (ids.size > MAX_IDS) return { problem: "tooMany" };
  }
  return { ids: [...ids] };
}
