import Button from "@mui/material/Button";
import { useText } from "#i18n/texts.ts";
import { ConfirmDialog } from "../ConfirmDialog.tsx";

interface Props {
  /** What would be lost, where it is not a form. */
  text?: string | undefined;
  /** A save is running, and its outcome is not known yet. */
  saving: boolean;
  onStay: () => void;
  onLeave: () => void;
}

/** Asks whether to discard changes, or to leave before a save has finished. */
export function UnsavedQuestion({ text, saving, onStay, onLeave }: Props) {
  const t = useText();
  return (
    <ConfirmDialog
      title={t(saving ? "unsaved.savingTitle" : "unsaved.title")}
      onClose={onStay}
      actions={
        <>
          <Button variant="contained" autoFocus onClick={onStay}>
            {t(saving ? "unsaved.savingStay" : "unsaved.stay")}
          </Button>
          <Button color="error" onClick={onLeave}>
            {t(saving ? "unsaved.savingLeave" : "unsaved.leave")}
          </Button>
        </>
      }
    >
      {saving ? t("unsaved.savingText") : (text ?? t("unsaved.text"))}
    </ConfirmDialog>
  );
}
