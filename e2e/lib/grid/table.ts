import type { OperationName } from "#api/operations.ts";
import { type Trouble, TROUBLES } from "./cells.ts";
import type { Entry, Reading, Writing } from "./entry.ts";
import { READS } from "./reads.ts";
import { WRITES } from "./writes.ts";

/**
 * Every operation that is declared, as a screen uses it. One that is missing here does not compile;
 * one that no screen uses says why: `{ kind: "unused", because: "…" }`.
 */
export const GRID: Readonly<Record<OperationName, Entry>> = { ...READS, ...WRITES };

/** An operation that screens use, as they use it. */
export function entryOf(name: OperationName): Reading | Writing {
  const entry = GRID[name];
  if (entry.kind === "unused") throw new Error(`No screen uses ${name}: ${entry.because}`);
  return entry;
}

/** Whether an operation can meet a trouble: only a list has rows, and a long one pages. */
export function canMeet(name: OperationName, { course, name: trouble }: Trouble): boolean {
  const entry = entryOf(name);
  const { odd, pages } = entry.kind === "read" ? entry : {};
  if (course === "odd") return odd !== undefined;
  if (course === "paced" || trouble === "page-ignored") return pages?.grow === true;
  return course !== "cut" || pages !== undefined;
}

/** All cells of an operation. */
export function troublesOf(name: OperationName): readonly Trouble[] {
  return TROUBLES.filter((trouble) => canMeet(name, trouble));
}
