import { useNavigate } from "react-router";
import { DeleteDialog } from "#common/DeleteDialog.tsx";
import type { CachedAccount } from "#domain/sip/queries.ts";
import { paths } from "#paths";
import { toast } from "#ui/toasts.ts";
import { useIsStillOnPage } from "#ui/useIsStillOnPage.ts";
import { useDeleteAccount, useRemoveCachedAccount } from "#domain/sip/mutations.ts";
import { useText } from "#i18n/texts.ts";

interface Props {
  account: CachedAccount;
  onClose: () => void;
}

/** Names what goes with an account. */
export function DeleteAccountDialog({ account, onClose }: Props) {
  const t = useText();
  const navigate = useNavigate();
  const remove = useDeleteAccount();
  const removeFromCache = useRemoveCachedAccount(account.id);
  const isStillOnPage = useIsStillOnPage();
  const values = { extension: account.number, name: account.name };
  const scenarios = account.sip_scenarios;
  const finish = async () => {
    toast("success", t("delete.done", values));
    if (isStillOnPage.current) await navigate(paths.sip(), { replace: true });
    removeFromCache();
  };
  return (
    <DeleteDialog
      title={t("delete.title", values)}
      button={t("delete.button", values)}
      acknowledgement={t("delete.confirm")}
      onConfirm={() => remove.mutateAsync({ params: { id: account.id } })}
      onDone={finish}
      onClose={onClose}
    >
      <p>{t("delete.text")}</p>
      <p>
        {t("delete.scenarios", {
          n: scenarios.length,
          names: scenarios.map((scenario) => scenario.name).join(", "),
        })}
      </p>
    </DeleteDialog>
  );
}
