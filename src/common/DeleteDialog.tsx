import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import { type ReactNode, useRef, useState } from "react";
import { ConfirmDialog } from "#ui/ConfirmDialog.tsx";
import { UnsavedDialog } from "#ui/form/UnsavedDialog.tsx";
import { useSingleFlight } from "#ui/useSingleFlight.ts";
import { useText } from "#i18n/texts.ts";
import { ErrorNotice } from "./ErrorNotice.tsx";
import { type ErrorText, useErrorText } from "./errorText.ts";
import { useErrorToastAfterLeave } from "./useErrorToastAfterLeave.ts";

interface Props {
  title: string;
  /** The verb on the confirming button. */
  button: string;
  /** Label of a checkbox that must be ticked first, for deletions with grave effects. */
  acknowledgement?: string | undefined;
  /** Runs the deletion; if it rejects, the dialog stays open and shows the error. */
  onConfirm: () => Promise<unknown>;
  /** Called after success: closes the dialog or navigates away. */
  onDone: () => Promise<void> | void;
  /** Texts for errors that have a special meaning here. */
  describeError?: ((error: unknown) => ErrorText | undefined) | undefined;
  onClose: () => void;
  /** What will be deleted. */
  children: ReactNode;
}

/**
 * Confirms a deletion. Leaving it while the request is running asks first; if the user leaves anyway
 * and the deletion fails, a toast says so.
 */
export function DeleteDialog(props: Props) {
  const { title, button, acknowledgement, onConfirm, onDone, describeError, onClose, children } =
    props;
  const t = useText();
  const errorText = useErrorText();
  const toastIfLeft = useErrorToastAfterLeave();
  const [acknowledged, setAcknowledged] = useState(acknowledgement === undefined);
  const [failure, setFailure] = useState<{ error: unknown }>();
  const deleting = useSingleFlight();
  const done = useRef(false);
  const confirm = async () => {
    setFailure(undefined);
    try {
      await onConfirm();
    } catch (error) {
      const text = describeError?.(error) ?? errorText(error);
      if (!toastIfLeft(`${text.title}. ${text.text}`)) setFailure({ error });
      return;
    }
    done.current = true;
    await onDone();
  };
  return (
    <>
      <ConfirmDialog
        title={title}
        onClose={deleting.running ? () => undefined : onClose}
        actions={
          <>
            <Button autoFocus onClick={onClose} disabled={deleting.running} variant="outlined">
              {t("ui.cancel")}
            </Button>
            <Button
              color="error"
              variant="contained"
              disabled={!acknowledged}
              loading={deleting.running}
              onClick={() => void deleting.run(confirm)}
            >
              {button}
            </Button>
          </>
        }
      >
        {children}
        {acknowledgement !== undefined && (
          <FormControlLabel
            label={acknowledgement}
            control={
              <Checkbox
                checked={acknowledged}
                onChange={(event) => setAcknowledged(event.target.checked)}
              />
            }
          />
        )}
        {failure !== undefined && (
          <ErrorNotice error={failure.error} errorText={describeError?.(failure.error)} />
        )}
      </ConfirmDialog>
      <UnsavedDialog
        dirty={false}
        saving={deleting.running}
        saved={done}
        isHere={() => false}
        onLeave={() => undefined}
      />
    </>
  );
}
