import Button from "@mui/material/Button";
import { ConfirmDialog } from "../ConfirmDialog.tsx";
import { useFormText } from "./messages.ts";

interface Props {
  /** What would be lost, where it is not a form. */
  text?: string | undefined;
  /** It is on its way: what can't be known yet is asked about. */
  saving: boolean;
  onStay: () => void;
  onLeave: () => void;
}

/** Whether what was changed may be lost, or left before its outcome is known. */
export function UnsavedQuestion({ text, saving, onStay, onLeave }: Props) {
  const t = useFormText();
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
