import Button from "@mui/material/Button";
import { type ReactNode, useRef, useState } from "react";
import { ErrorNotice } from "#common/ErrorNotice.tsx";
import { useText } from "#i18n/texts.ts";
import { ConfirmDialog } from "#ui/ConfirmDialog.tsx";
import { useSingleFlight } from "#ui/useSingleFlight.ts";
import { useSwitchErrorText } from "./useSwitchErrorText.ts";
import { errorOf, type Until, UntilChoice } from "./UntilChoice.tsx";

interface Props {
  title: string;
  /** The verb on the confirming button. */
  button: string;
  /** In ms since 1970; undefined where none is chosen yet. */
  initial?: number;
  /** False while something else is missing, which `children` ask for. */
  isReady?: boolean;
  /** Called at each try, so that `children` name what is missing. */
  onCheck?: () => void;
  /** If it rejects, the dialog stays open and shows the error. */
  onConfirm: (until: number) => Promise<void> | void;
  onClose: () => void;
  /** What comes then. */
  children?: ReactNode;
}

/** Asks until when. */
export function UntilDialog(props: Props) {
  const { title, button, initial, isReady = true, onCheck, onConfirm, onClose, children } = props;
  const t = useText();
  const errorText = useSwitchErrorText();
  const [until, setUntil] = useState<Until>(initial);
  const [isChecked, setIsChecked] = useState(false);
  const [failure, setFailure] = useState<{ error: unknown }>();
  const choice = useRef<HTMLDivElement>(null);
  const saving = useSingleFlight();
  const confirm = async () => {
    setIsChecked(true);
    onCheck?.();
    if (typeof until !== "number" || errorOf(until) !== undefined) {
      focusMoment(choice.current);
      return;
    }
    if (!isReady) return;
    setFailure(undefined);
    try {
      await onConfirm(until);
    } catch (error) {
      setFailure({ error });
      return;
    }
    onClose();
  };
  return (
    <ConfirmDialog
      title={title}
      onClose={saving.running ? () => undefined : onClose}
      actions={
        <>
          <Button
            variant="contained"
            loading={saving.running}
            onClick={() => void saving.run(confirm)}
          >
            {button}
          </Button>
          <Button variant="outlined" disabled={saving.running} onClick={onClose}>
            {t("ui.cancel")}
          </Button>
        </>
      }
    >
      <div ref={choice}>
        <UntilChoice
          label={t("timer.until")}
          value={until}
          onChange={setUntil}
          isChecked={isChecked}
        />
      </div>
      {children}
      {failure !== undefined && (
        <ErrorNotice error={failure.error} errorText={errorText(failure.error)} />
      )}
    </ConfirmDialog>
  );
}

/** Where the moment is missing or has passed: one's own, else the first choice. */
function focusMoment(choice: HTMLElement | null): void {
  const own = choice?.querySelector<HTMLElement>("input[type=datetime-local]");
  (own ?? choice?.querySelector<HTMLElement>("input"))?.focus();
}
