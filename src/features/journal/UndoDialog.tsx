import { type QueryClient, useQuery, useQueryClient } from "@tanstack/react-query";
import Button from "@mui/material/Button";
import { useRef, useState } from "react";
import type { JournalEntry } from "#api/journal.ts";
import { ErrorNotice } from "#common/ErrorNotice.tsx";
import { useErrorText } from "#common/errorText.ts";
import { actionText } from "#common/journal/describe.ts";
import { UnclearOutcomeError } from "#common/useApiMutation.ts";
import { useErrorToastAfterLeave } from "#common/useErrorToastAfterLeave.ts";
import { entryQuery } from "#domain/journal/queries.ts";
import type { NoUndo, UndoPlan } from "#domain/journal/undo/plan.ts";
import { planUndo } from "#domain/journal/undo/planUndo.ts";
import { previewUndo, runUndo, type UndoPreview } from "#domain/journal/undo/runUndo.ts";
import { type Text, useText } from "#i18n/texts.ts";
import { ConfirmDialog } from "#ui/ConfirmDialog.tsx";
import { UnsavedDialog } from "#ui/form/UnsavedDialog.tsx";
import { toast } from "#ui/toasts.ts";
import { useSingleFlight } from "#ui/useSingleFlight.ts";
import { UndoConflicts, UndoValues } from "./UndoValues.tsx";

interface Props {
  /** Of the entry, from the address. */
  id: number;
  onClose: () => void;
}

/** Asks whether to take a change back: says what will happen, and what somebody has changed since. */
export function UndoDialog({ id, onClose }: Props) {
  const t = useText();
  const client = useQueryClient();
  const read = useQuery({
    queryKey: ["undo", id],
    queryFn: () => findUndo(client, id),
    retry: false,
    staleTime: Infinity,
    gcTime: 0,
  });
  const { confirm, running, newer, failure, done } = useConfirm(onClose);
  const found = read.data;
  const planned = found?.state === "planned" ? { ...found, preview: newer ?? found.preview } : null;
  const hasConflicts = planned !== null && planned.preview.conflicts.length > 0;
  const title = () => {
    if (planned === null) return t("undo.title");
    const { number, name } = planned.entry.object;
    const what = [actionText(planned.entry, t), number, name].filter(Boolean).join(" ");
    return t("undo.titleOf", { what });
  };
  return (
    <>
      <ConfirmDialog
        title={title()}
        onClose={running ? () => undefined : onClose}
        actions={
          <>
            <Button autoFocus variant="outlined" disabled={running} onClick={onClose}>
              {t(planned === null ? "ui.close" : "ui.cancel")}
            </Button>
            {planned !== null && (
              <Button
                variant="contained"
                loading={running}
                onClick={() => confirm(planned.entry, planned.plan, planned.preview)}
              >
                {t(hasConflicts ? "undo.anyway" : "undo.button")}
              </Button>
            )}
          </>
        }
      >
        {read.isError && <ErrorNotice error={read.error} />}
        {planned === null ? (
          !read.isError && <p role="status">{emptyText(found, t)}</p>
        ) : (
          <>
            <UndoValues entry={planned.entry} plan={planned.plan} preview={planned.preview} />
            {hasConflicts && <UndoConflicts entry={planned.entry} preview={planned.preview} />}
          </>
        )}
        {failure !== undefined && <ErrorNotice error={failure.error} />}
      </ConfirmDialog>
      <UnsavedDialog
        dirty={false}
        saving={running}
        saved={done}
        isHere={() => false}
        onLeave={() => undefined}
      />
    </>
  );
}

type Found =
  | { state: "planned"; entry: JournalEntry; plan: UndoPlan; preview: UndoPreview }
  | { state: "impossible"; reason: NoUndo["reason"] }
  | { state: "noEntry" | "gone" | "asBefore" };

async function findUndo(client: QueryClient, id: number): Promise<Found> {
  const entry = await client.fetchQuery({ ...entryQuery(id), staleTime: 0 });
  if (entry === null) return { state: "noEntry" };
  const plan = planUndo(entry);
  if (!plan.can) return { state: "impossible", reason: plan.reason };
  const preview = await previewUndo(client, plan);
  if (preview === undefined) return { state: "gone" };
  return preview.changes.length === 0
    ? { state: "asBefore" }
    : { state: "planned", entry, plan, preview };
}

/** Why there is nothing to confirm. */
function emptyText(found: Found | undefined, t: Text): string {
  switch (found?.state) {
    case "noEntry":
      return t("journal.noEntry");
    case "gone":
      return t("undo.gone");
    case "impossible":
      if (found.reason === "undone") return t("journal.undone");
      return found.reason === "nothing" ? t("undo.nothing") : t(`undo.no.${found.reason}`);
    case "asBefore":
      return t("undo.nothing");
    default:
      return t("undo.reading");
  }
}

/** Runs an undo, and closes the dialog when it is over. */
function useConfirm(onClose: () => void) {
  const t = useText();
  const client = useQueryClient();
  const errorText = useErrorText();
  const toastIfLeft = useErrorToastAfterLeave();
  /** What somebody changed while the dialog was open. */
  const [newer, setNewer] = useState<UndoPreview>();
  const [failure, setFailure] = useState<{ error: unknown }>();
  const flight = useSingleFlight();
  const done = useRef(false);

  const run = async (entry: JournalEntry, plan: UndoPlan, seen: UndoPreview) => {
    setFailure(undefined);
    try {
      const result = await runUndo(client, entry, plan, seen);
      if (result.kind === "conflict") {
        setNewer(result.preview);
        return;
      }
      done.current = true;
      toast(result.kind === "gone" ? "error" : "success", t(`undo.${result.kind}`));
      onClose();
    } catch (error) {
      const cause = error instanceof UnclearOutcomeError ? error.cause : error;
      const { title, text } = errorText(cause);
      if (!toastIfLeft(`${title}. ${text}`)) setFailure({ error: cause });
    }
  };
  const confirm = (entry: JournalEntry, plan: UndoPlan, seen: UndoPreview) =>
    void flight.run(() => run(entry, plan, seen));
  return { confirm, running: flight.running, newer, failure, done };
}
