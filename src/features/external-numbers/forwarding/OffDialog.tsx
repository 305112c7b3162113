import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import { useState } from "react";
import { ErrorNotice } from "#common/ErrorNotice.tsx";
import { usePhoneFormat } from "#common/phone.ts";
import { useText } from "#i18n/texts.ts";
import { ConfirmDialog } from "#ui/ConfirmDialog.tsx";
import { unbroken } from "#ui/unbroken.tsx";
import { KnownForwardingText } from "./CurrentForwarding.tsx";
import type { Target } from "./schema.ts";
import { useForwardingErrorText, useSetForwarding } from "./useForward.ts";

interface Props {
  target: Target;
  /** Digits of the number that is forwarded. */
  number: string;
  /** Whether it is being turned off. */
  running: boolean;
  /** Why it could not be turned off. */
  failure: { error: unknown } | undefined;
  onConfirm: () => void;
  onClose: () => void;
}

/** Explains what happens to calls, and whether it can be undone; if not, requires a tick. */
export function OffDialog({ target, number, running, failure, onConfirm, onClose }: Props) {
  const t = useText();
  const describeError = useForwardingErrorText();
  const shown = usePhoneFormat()(number);
  const known = useSetForwarding(target);
  const [confirmed, setConfirmed] = useState(false);
  return (
    <ConfirmDialog
      title={t("forwarding.offTitle", { number: shown })}
      onClose={running ? () => undefined : onClose}
      actions={
        <>
          <Button autoFocus variant="outlined" disabled={running} onClick={onClose}>
            {t("ui.cancel")}
          </Button>
          <Button
            color="error"
            variant="contained"
            disabled={known === undefined && !confirmed}
            loading={running}
            onClick={onConfirm}
          >
            {t("forwarding.offButton")}
          </Button>
        </>
      }
    >
      <p>{unbroken(t("forwarding.offText", { number: shown }))}</p>
      {known === undefined ? (
        <>
          <p>{t("forwarding.offNoWayBack")}</p>
          <FormControlLabel
            label={t("forwarding.offTick")}
            control={
              <Checkbox
                checked={confirmed}
                onChange={(event) => setConfirmed(event.target.checked)}
              />
            }
          />
        </>
      ) : (
        <>
          <p>
            <KnownForwardingText known={known} target={target} number={number} />
          </p>
          <p>{t("forwarding.offWayBack")}</p>
        </>
      )}
      {failure !== undefined && (
        <ErrorNotice error={failure.error} errorText={describeError(failure.error)} />
      )}
    </ConfirmDialog>
  );
}
