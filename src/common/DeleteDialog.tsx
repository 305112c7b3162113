import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import { type ReactNode, useRef, useState } from "react";
import { ConfirmDialog } from "#ui/ConfirmDialog.tsx";
import { UnsavedDialog } from "#ui/form/UnsavedDialog.tsx";
import { useUiText } from "#ui/messages.ts";
import { useSingleFlight } from "#ui/useSingleFlight.ts";
import { ErrorNotice } from "./ErrorNotice.tsx";
import { type ErrorText, useErrorText } from "./errorText.ts";
import { useErrorToastAfterLeave } from "./useErrorToastAfterLeave.ts";

interface Props {
  title: string;
  /** The verb on the button that does it. */
  button: string;
  /** A sentence to tick first, where a click alone would be too little. */
  tick?: string | undefined;
  /** Does it; a rejection is told inside the dialog, which stays. */
  onConfirm: () => Promise<unknown>;
  /** Says that it was done and closes, or leads away. */
  onDone: () => Promise<void> | void;
  /** Words a failure that means more here than anywhere. */
  wordsOf?: ((error: unknown) => ErrorText | undefined) | undefined;
  onClose: () => void;
  /** What will go. */
  children: ReactNode;
}

/**
 * The second, deliberate step before something is gone for good. Leaving it while it is under way
 * asks; a failure of what was left all the same is told in the corner.
 */
export function DeleteDialog(props: Props) {
  const { title, button, tick, onConfirm, onDone, wordsOf, onClose, children } = props;
  const ui = useUiText();
  const usual = useErrorText();
  const tellLate = useErrorToastAfterLeave();
  const [understood, setUnderstood] = useState(tick === undefined);
  const [failure, setFailure] = useState<{ error: unknown }>();
  const deleting = useSingleFlight();
  const done = useRef(false);
  const confirm = async () => {
    setFailure(undefined);
    try {
      await onConfirm();
    } catch (error) {
      const words = wordsOf?.(error) ?? usual(error);
      if (!tellLate(`${words.title}. ${words.text}`)) setFailure({ error });
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
              {ui("ui.cancel")}
            </Button>
            <Button
              color="error"
              variant="contained"
              disabled={!understood}
              loading={deleting.running}
              onClick={() => void deleting.run(confirm)}
            >
              {button}
            </Button>
          </>
        }
      >
        {children}
        {tick !== undefined && (
          <FormControlLabel
            label={tick}
            control={
              <Checkbox
                checked={understood}
                onChange={(event) => setUnderstood(event.target.checked)}
              />
            }
          />
        )}
        {failure !== undefined && (
          <ErrorNotice error={failure.error} words={wordsOf?.(failure.error)} />
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
