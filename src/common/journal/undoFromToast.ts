import type { QueryClient } from "@tanstack/react-query";
import type { JournalEntry } from "#api/journal.ts";
import { reasonText } from "#common/errorText.ts";
import { UnclearOutcomeError } from "#common/useApiMutation.ts";
import { journalUndo } from "#domain/journal/addresses.ts";
import { entryQuery } from "#domain/journal/queries.ts";
import { planUndo } from "#domain/journal/undo/planUndo.ts";
import type { UndoPlan } from "#domain/journal/undo/plan.ts";
import { runUndo } from "#domain/journal/undo/runUndo.ts";
import { text as t } from "#i18n/texts.ts";
import { toast, type ToastAction } from "#ui/toasts.ts";
import { warnBeforeUnloadWhile } from "#ui/warnBeforeUnloadWhile.ts";

/** The "Undo" of a write by its entry; undefined where it can't be undone. Throws as `call` does. */
export async function findUndo(
  client: QueryClient,
  id: number,
  open: (path: string) => void,
): Promise<ToastAction | undefined> {
  const entry = await client.fetchQuery({ ...entryQuery(id), staleTime: 0 });
  if (entry === null) return undefined;
  const plan = planUndo(entry);
  if (!plan.can) return undefined;
  const run = () => void undoAndTell(client, entry, plan, open);
  return { label: t("undo.button"), run };
}

/** Takes a change back; where somebody has changed it since, the journal shows what there is. */
async function undoAndTell(
  client: QueryClient,
  entry: JournalEntry,
  plan: UndoPlan,
  open: (path: string) => void,
): Promise<void> {
  try {
    const { kind } = await warnBeforeUnloadWhile(runUndo(client, entry, plan));
    if (kind === "done" || kind === "nothing") toast("success", t(`undo.${kind}`));
    else if (kind === "gone") toast("error", t("undo.gone"));
    else {
      const look = { label: t("undo.look"), run: () => open(journalUndo(entry.id)) };
      toast("error", t("undo.conflict"), look);
    }
  } catch (error) {
    toast("error", undoFailureText(error));
  }
}

/** Why a change was not undone, or may not have been. */
function undoFailureText(error: unknown): string {
  const isUnclear = error instanceof UnclearOutcomeError;
  const reason = reasonText(isUnclear ? error.cause : error, t);
  return t(isUnclear ? "undo.unclear" : "undo.failed", { reason });
}
