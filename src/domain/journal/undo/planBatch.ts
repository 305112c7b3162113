import type { JournalEntry } from "#api/journal.ts";
import type { NewRow } from "#domain/batch/batch.ts";
import { parseId } from "#paths";
import type { NoUndoReason } from "./plan.ts";
import { planUndo } from "./planUndo.ts";

/** How a batch is taken back as one. */
export interface BatchUndo {
  /** What is sent: the newest change first. */
  rows: NewRow[];
  /** How many of them put values back, and how many delete an account that the batch created. */
  restored: number;
  deleted: number;
  /** What can't be taken back, by reason. */
  kept: ReadonlyMap<Exclude<NoUndoReason, "nothing">, number>;
}

/** Whether an entry can be taken back with its batch. */
export const isUndoable = (entry: JournalEntry): boolean => toRow(entry) !== undefined;

/** An account that was created goes again; everything else is put back by its own undo. */
function toRow(entry: JournalEntry): NewRow | undefined {
  const { object } = entry;
  const place = { number: object.number ?? "", name: object.name ?? "", undoes: entry.id };
  const plan = planUndo(entry);
  if (plan.can) return { ...place, step: { kind: "undo", entry: entry.id } };
  const id = parseId(object.id);
  if (plan.reason !== "accountCreated" || id === undefined) return undefined;
  return { ...place, step: { kind: "deleteAccount", id } };
}

/** What taking a batch back would do. */
export function planBatchUndo(entries: readonly JournalEntry[]): BatchUndo {
  const newestFirst = [...entries].sort((one, other) => other.id - one.id);
  const rows = newestFirst.flatMap((entry) => toRow(entry) ?? []);
  const deleted = rows.filter(({ step }) => step.kind === "deleteAccount").length;
  const kept = new Map<Exclude<NoUndoReason, "nothing">, number>();
  for (const entry of newestFirst) {
    const plan = planUndo(entry);
    if (plan.can || plan.reason === "nothing" || toRow(entry) !== undefined) continue;
    kept.set(plan.reason, (kept.get(plan.reason) ?? 0) + 1);
  }
  return { rows, restored: rows.length - deleted, deleted, kept };
}
