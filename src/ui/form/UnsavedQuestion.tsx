import Button from "@mui/material/Button";
import { ConfirmDialog } from "../ConfirmDialog.tsx";
import { useUiText } from "../messages.ts";

interface Props {
  /** What would be lost, where it is not a form. */
  text?: string | undefined;
  onStay: () => void;
  onLeave: () => void;
}

/** Whether what was changed may be lost. */
export function UnsavedQuestion({ text, onStay, onLeave }: Props) {
  const t = useUiText();
  return (
    <ConfirmDialog
      title={t("ui.unsavedTitle")}
      onClose={onStay}
      actions={
        <>
          <Button variant="contained" autoFocus onClick={onStay}>
            {t("ui.unsavedStay")}
          </Button>
          <Button color="error" onClick={onLeave}>
            {t("ui.unsavedLeave")}
          </Button>
        </>
      }
    >
      {text ?? t("ui.unsavedText")}
    </ConfirmDialog>
  );
}
