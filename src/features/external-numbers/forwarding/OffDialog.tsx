import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import { useState } from "react";
import { ErrorNotice } from "#common/ErrorNotice.tsx";
import { usePhoneFormat } from "#common/phone.ts";
import { useText } from "#i18n/texts.ts";
import { ConfirmDialog } from "#ui/ConfirmDialog.tsx";
import { unbroken } from "#ui/unbroken.tsx";
import type { RememberedForwarding } from "#api/rememberedForwarding.ts";
import { RememberedText } from "./Remembered.tsx";
import type { Target } from "#domain/externalNumbers/remembered.ts";
import { useForwardingErrorText } from "./useForward.ts";

interface Props {
  target: Target;
  /** Digits of the number that is forwarded. */
  number: string;
  /** The forwarding as last set through Pult. */
  remembered: RememberedForwarding | undefined;
  /** Whether it is being turned off. */
  running: boolean;
  /** Why it could not be turned off. */
  failure: { error: unknown } | undefined;
  onConfirm: () => void;
  onClose: () => void;
}

/** Explains what happens to calls, and whether it can be undone; if not, requires a tick. */
export function OffDialog(props: Props) {
  const { target, number, remembered, running, failure, onConfirm, onClose } = props;
  const t = useText();
  const describeError = useForwardingErrorText();
  const shown = usePhoneFormat()(number);
  const known = remembered?.certain === true ? remembered : undefined;
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
            <RememberedText remembered={known} target={target} number={number} />
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
