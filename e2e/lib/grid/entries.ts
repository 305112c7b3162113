import type { OperationName } from "#api/operations.ts";
import { type FaultCondition, FAULT_CONDITIONS } from "./conditions.ts";
import type { GridEntry, ReadEntry, WriteEntry } from "./entry.ts";
import { READS } from "./reads.ts";
import { WRITES } from "./writes.ts";

/**
 * How a screen uses each declared operation; a missing operation is a type error. For one that no
 * screen uses, give the reason: `{ kind: "unused", because: "…" }`.
 */
export const GRID: Readonly<Record<OperationName, GridEntry>> = { ...READS, ...WRITES };

/** The entry of an operation; throws for an unused one. */
export function getEntry(name: OperationName): ReadEntry | WriteEntry {
  const entry = GRID[name];
  if (entry.kind === "unused") throw new Error(`No screen uses ${name}: ${entry.because}`);
  return entry;
}

/** Whether a condition applies to an operation: some need a list with rows or with pages. */
export function appliesTo(
  name: OperationName,
  { outcome, name: condition }: FaultCondition,
): boolean {
  const entry = getEntry(name);
  const { invalidRow, pages } = entry.kind === "read" ? entry : {};
  if (outcome === "invalidRow") return invalidRow !== undefined;
  if (outcome === "rateLimited" || condition === "page-ignored") return pages?.grows === true;
  return outcome !== "incomplete" || pages !== undefined;
}

/** All conditions that apply to an operation. */
export function conditionsFor(name: OperationName): readonly FaultCondition[] {
  return FAULT_CONDITIONS.filter((condition) => appliesTo(name, condition));
}
