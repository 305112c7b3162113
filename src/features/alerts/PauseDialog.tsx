import Button from "@mui/material/Button";
import { useId, useState } from "react";
import { ErrorNotice } from "#common/ErrorNotice.tsx";
import { useMoment } from "#i18n/useMoment.ts";
import { useText } from "#i18n/texts.ts";
import { ConfirmDialog } from "#ui/ConfirmDialog.tsx";
import { FieldError } from "#ui/form/Field.tsx";
import form from "#ui/form/Form.module.css";
import { packReason } from "#ui/form/issues.ts";
import { toast } from "#ui/toasts.ts";
import { useSingleFlight } from "#ui/useSingleFlight.ts";
import styles from "./Alerts.module.css";
import { type PauseEnd, pauseEnd, PAUSE_ENDS } from "./pauseEnd.ts";

interface Props {
  title: string;
  /** Pauses until a moment (ISO 8601); if it rejects, the dialog stays open and says why. */
  onPause: (until: string) => Promise<unknown>;
  onClose: () => void;
}

/** Asks until when. */
export function PauseDialog({ title, onPause, onClose }: Props) {
  const t = useText();
  const id = useId();
  const moment = useMoment();
  const [end, setEnd] = useState<PauseEnd>("hour");
  const [typed, setTyped] = useState("");
  const [isWrong, setIsWrong] = useState(false);
  const [failure, setFailure] = useState<{ error: unknown }>();
  const [openedAt] = useState(Date.now);
  const pausing = useSingleFlight();
  const confirm = async () => {
    const until = pauseEnd(end, typed, Date.now());
    setIsWrong(until === undefined);
    setFailure(undefined);
    if (until === undefined) return;
    try {
      await onPause(new Date(until).toISOString());
    } catch (error) {
      setFailure({ error });
      return;
    }
    toast("success", t("alerts.paused", { moment: moment(until) }));
    onClose();
  };
  const error = isWrong ? packReason({ text: t("alerts.until.wrong") }) : undefined;
  return (
    <ConfirmDialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button
            variant="contained"
            loading={pausing.running}
            onClick={() => void pausing.run(confirm)}
          >
            {t("alerts.pause")}
          </Button>
          <Button onClick={onClose}>{t("ui.cancel")}</Button>
        </>
      }
    >
      <p>{t("alerts.pauseText")}</p>
      <fieldset className={form.field}>
        <legend className="small strong">{t("alerts.until")}</legend>
        {PAUSE_ENDS.map((one) => (
          <label key={one} className={`beside gap-8 ${form.radio}`}>
            <input
              type="radio"
              name={id}
              checked={end === one}
              onChange={() => setEnd(one)}
              autoFocus={one === "hour"}
            />
            <span>
              {one === "hour"
                ? t("alerts.until.hour", { moment: moment(openedAt + 60 * 60_000) })
                : t(`alerts.until.${one}`)}
            </span>
          </label>
        ))}
      </fieldset>
      {end === "other" && (
        <div className={form.field}>
          <label className="small strong" htmlFor={`${id}-moment`}>
            {t("alerts.until.moment")}
          </label>
          <input
            id={`${id}-moment`}
            className={styles.control}
            type="datetime-local"
            value={typed}
            aria-invalid={isWrong}
            aria-describedby={`${id}-error`}
            onChange={(event) => setTyped(event.target.value)}
          />
          <FieldError id={id} error={error} />
        </div>
      )}
      {failure !== undefined && <ErrorNotice error={failure.error} />}
    </ConfirmDialog>
  );
}
