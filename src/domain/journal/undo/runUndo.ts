import type { QueryClient } from "@tanstack/react-query";
import { journalHeaders } from "#api/journalHeaders.ts";
import { type JournalEntry, listJournal } from "#api/journal.ts";
import { invalidate } from "#common/query.ts";
import { confirmDone } from "#common/useApiMutation.ts";
import { type Comparison, compare, isSame, type Situation, type UndoPlan } from "./plan.ts";

/** What an undo found. */
export interface UndoPreview extends Comparison {
  situation: Situation;
}

export type UndoResult =
  | { kind: "done" }
  /** All is already as it was before. */
  | { kind: "nothing" }
  | { kind: "gone" }
  /** Somebody has changed it since: nothing was sent. */
  | { kind: "conflict"; preview: UndoPreview };

/** Reads what there is now; undefined if it no longer exists. Throws as `call` does. */
export async function previewUndo(
  client: QueryClient,
  plan: UndoPlan,
): Promise<UndoPreview | undefined> {
  const situation = await plan.read(client);
  return situation && { situation, ...compare(situation) };
}

/**
 * Takes a change back, unless somebody has changed it since; `accepted` are such changes that the
 * person has seen and wants to overwrite; `batch` is what it belongs to. Rejects as `useApiMutation` does.
 */
export async function runUndo(
  client: QueryClient,
  { id }: Pick<JournalEntry, "id">,
  plan: UndoPlan,
  accepted?: UndoPreview,
  batch?: string,
): Promise<UndoResult> {
  const preview = await previewUndo(client, plan);
  if (preview === undefined) return { kind: "gone" };
  const { changes, conflicts, situation } = preview;
  if (changes.length === 0) return { kind: "nothing" };
  const isAccepted = conflicts.every((conflict) =>
    accepted?.conflicts.some((seen) => seen.key === conflict.key && isSame(seen.now, conflict.now)),
  );
  if (!isAccepted) return { kind: "conflict", preview };
  const keys = changes.map(({ key }) => key);
  try {
    await plan.write(keys, situation, journalHeaders({ undoes: id, batch }));
  } catch (error) {
    await confirmDone(error, async () => (await previewUndo(client, plan))?.changes.length === 0);
  } finally {
    void invalidate(client, ...plan.stale, listJournal);
  }
  return { kind: "done" };
}
