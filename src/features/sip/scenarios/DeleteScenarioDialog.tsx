import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import { useState } from "react";
import type { SipScenario } from "#api/sipScenarios.ts";
import { ErrorNotice } from "#common/ErrorNotice.tsx";
import { ConfirmDialog } from "#ui/ConfirmDialog.tsx";
import { useUiText } from "#ui/messages.ts";
import { toast } from "#ui/toasts.ts";
import { useSingleFlight } from "#ui/useSingleFlight.ts";
import { useScenarioText } from "./messages.ts";
import { useDeleteScenario } from "./useDeleteScenario.ts";

interface Props {
  /** Of the account. */
  id: number;
  scenario: SipScenario;
  /** Whether the account has no other. */
  last: boolean;
  onClose: () => void;
}

/** Says what goes with a scenario; for the active one it wants a tick too. */
export function DeleteScenarioDialog({ id, scenario, last, onClose }: Props) {
  const t = useScenarioText();
  const ui = useUiText();
  const [understood, setUnderstood] = useState(false);
  const remove = useDeleteScenario(id, scenario.id);
  const deleting = useSingleFlight();
  const confirm = async () => {
    try {
      await remove.mutateAsync();
    } catch {
      // Told below, inside the dialog, by the mutation's own state.
      return;
    }
    toast("done", t("scenario.deleted", { name: scenario.name }));
    onClose();
  };
  return (
    <ConfirmDialog
      title={t("scenario.deleteTitle", { name: scenario.name })}
      onClose={deleting.running ? () => undefined : onClose}
      actions={
        <>
          <Button autoFocus onClick={onClose} disabled={deleting.running} variant="outlined">
            {ui("ui.cancel")}
          </Button>
          <Button
            color="error"
            variant="contained"
            disabled={scenario.active && !understood}
            loading={deleting.running}
            onClick={() => void deleting.run(confirm)}
          >
            {t("scenario.deleteButton")}
          </Button>
        </>
      }
    >
      <p>{t("scenario.deleteText")}</p>
      {last && <p>{t("scenario.deleteLast")}</p>}
      {scenario.active && !last && <p>{t("scenario.deleteActive")}</p>}
      {scenario.active && (
        <FormControlLabel
          label={t("scenario.deleteConfirm")}
          control={
            <Checkbox
              checked={understood}
              onChange={(event) => setUnderstood(event.target.checked)}
            />
          }
        />
      )}
      {remove.isError && <ErrorNotice error={remove.error} />}
    </ConfirmDialog>
  );
}
