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
import { useSipText } from "../messages.ts";
import { useDeleteAccount } from "../mutations.ts";
import type { CachedAccount } from "../queries.ts";

interface Props {
  account: CachedAccount;
  onClose: () => void;
}

/** Names what goes and asks for a second, deliberate step. A failure is told inside it. */
export function DeleteAccountDialog({ account, onClose }: Props) {
  const t = useSipText();
  const ui = useUiText();
  const navigate = useNavigate();
  const [understood, setUnderstood] = useState(false);
  const remove = useDeleteAccount(account.id);
  const words = { extension: account.number, name: account.name };
  const scenarios = account.sip_scenarios;
  const confirm = () => {
    if (remove.isPending) return;
    remove.mutate(undefined, {
      onSuccess: () => {
        void navigate(paths.sip());
        toast("done", t("delete.done", words));
      },
    });
  };
  return (
    <ConfirmDialog
      title={t("delete.title", words)}
      onClose={remove.isPending ? () => undefined : onClose}
      actions={
        <>
          <Button autoFocus onClick={onClose} disabled={remove.isPending} variant="outlined">
            {ui("ui.cancel")}
          </Button>
          <Button
            color="error"
            variant="contained"
            disabled={!understood}
            loading={remove.isPending}
            onClick={confirm}
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
