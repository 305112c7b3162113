import { useRef } from "react";
import type { SipScenario } from "#api/sipScenarios.ts";
import { DeleteDialog } from "#common/DeleteDialog.tsx";
import { useUndoAction } from "#common/journal/useUndoAction.ts";
import { useText } from "#i18n/texts.ts";
import { toast, type ToastAction } from "#ui/toasts.ts";
import { useDeleteScenario } from "#domain/scenarios/mutations.ts";

interface Props {
  /** Of the account. */
  id: number;
  scenario: SipScenario;
  /** Whether the account has no other. */
  last: boolean;
  onClose: () => void;
}

/** Names what is deleted with a scenario; for the active one it also requires a tick. */
export function DeleteScenarioDialog({ id, scenario, last, onClose }: Props) {
  const t = useText();
  const remove = useDeleteScenario();
  const findUndo = useUndoAction();
  const undo = useRef<ToastAction>(undefined);
  const { active, name } = scenario;
  const confirm = async () => {
    const { entry } = await remove.mutateAsync({ params: { id, sid: scenario.id } });
    undo.current = await findUndo(entry);
  };
  const finish = () => {
    toast("success", t("scenario.deleted", { name }), undo.current);
    onClose();
  };
  return (
    <DeleteDialog
      title={t("scenario.deleteTitle", { name })}
      button={t("scenario.deleteButton")}
      acknowledgement={active ? t("scenario.deleteConfirm") : undefined}
      onConfirm={confirm}
      onDone={finish}
      onClose={onClose}
    >
      <p>{t("scenario.deleteText")}</p>
      {last && <p>{t("scenario.deleteLast")}</p>}
      {active && !last && <p>{t("scenario.deleteActive")}</p>}
    </DeleteDialog>
  );
}
