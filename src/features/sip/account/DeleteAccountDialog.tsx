import Button from "@mui/material/Button";
import Checkbox from "@mui/material/Checkbox";
import FormControlLabel from "@mui/material/FormControlLabel";
import { useState } from "react";
import { useNavigate } from "react-router";
import { ErrorNotice } from "#common/ErrorNotice.tsx";
import { paths } from "#paths";
import { ConfirmDialog } from "#ui/ConfirmDialog.tsx";
import { useUiText } from "#ui/messages.ts";
import { toast } from "#ui/toasts.ts";
import { useHere } from "#ui/useHere.ts";
import { useSingleFlight } from "#ui/useSingleFlight.ts";
import { useAccountText } from "./messages.ts";
import { useDeleteAccount, useForgetAccount } from "../mutations.ts";
import type { CachedAccount } from "#common/sip/queries.ts";

interface Props {
  account: CachedAccount;
  onClose: () => void;
}

/** Names what goes and asks for a second, deliberate step. A failure is told inside it. */
export function DeleteAccountDialog({ account, onClose }: Props) {
  const t = useAccountText();
  const ui = useUiText();
  const navigate = useNavigate();
  const [understood, setUnderstood] = useState(false);
  const remove = useDeleteAccount(account.id);
  const forget = useForgetAccount(account.id);
  const here = useHere();
  const deleting = useSingleFlight();
  const words = { extension: account.number, name: account.name };
  const scenarios = account.sip_scenarios;
  const confirm = async () => {
    try {
      await remove.mutateAsync();
      toast("done", t("delete.done", words));
      if (here.current) await navigate(paths.sip(), { replace: true });
      forget();
    } catch {
      // Told below, inside the dialog, by the mutation's own state.
    }
  };
  return (
    <ConfirmDialog
      title={t("delete.title", words)}
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
            {t("delete.button", words)}
          </Button>
        </>
      }
    >
      <p>{t("delete.text")}</p>
      <p>
        {t("delete.scenarios", {
          n: scenarios.length,
          names: scenarios.map((scenario) => scenario.name).join(", "),
        })}
      </p>
      <FormControlLabel
        label={t("delete.confirm")}
        control={
          <Checkbox
            checked={understood}
            onChange={(event) => setUnderstood(event.target.checked)}
          />
        }
      />
      {remove.isError && <ErrorNotice error={remove.error} />}
    </ConfirmDialog>
  );
}
