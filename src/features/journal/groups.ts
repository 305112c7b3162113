import type { JournalEntry } from "#api/journal.ts";

/** Entries that were made together; most have no other. */
export type Group = readonly [JournalEntry, ...JournalEntry[]];

/** Groups neighbouring entries of one batch. */
export function groupBatches(entries: readonly JournalEntry[]): Group[] {
  const groups: [JournalEntry, ...JournalEntry[]][] = [];
  for (const entry of entries) {
    const last = groups.at(-1);
    if (last !== undefined && entry.batch !== null && last[0].batch === entry.batch) {
      last.push(entry);
    } else groups.push([entry]);
  }
  return groups;
}

/** By day, as `day` names it; newest first, as they come. */
export function groupDays(
  entries: readonly JournalEntry[],
  day: (at: number) => string,
): { day: string; groups: Group[] }[] {
  const days = new Map<string, JournalEntry[]>();
  for (const entry of entries) {
    const name = day(Date.parse(entry.at));
    const ofDay = days.get(name);
    if (ofDay === undefined) days.set(name, [entry]);
    else ofDay.push(entry);
  }
  return [...days].map(([name, ofDay]) => ({ day: name, groups: groupBatches(ofDay) }));
}
