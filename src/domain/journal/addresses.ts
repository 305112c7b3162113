import type { JournalKind } from "#api/journal.ts";
import { paths } from "#paths";

/** The journal as far as it is about one kind, or one object. */
export function journalOf(kind: JournalKind, object?: string): string {
  const params = { kind, ...(object === undefined ? {} : { object }) };
  return `${paths.journal()}?${new URLSearchParams(params)}`;
}

/** The question whether to take an entry's change back. */
export const journalUndo = (entry: number): string => `${paths.journal()}?undo=${entry}`;

/** The question whether to take back all changes of a batch. */
export const journalBatch = (batch: string): string =>
  `${paths.journal()}?${new URLSearchParams({ "undo-batch": batch })}`;
