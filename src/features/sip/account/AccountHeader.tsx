import { AdminsOnly } from "#common/AdminsOnly.tsx";
import Button from "@mui/material/Button";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Link } from "react-router";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { paths } from "#paths";
import { Icon } from "#ui/icons.tsx";
import { lazyPart } from "#ui/lazyPart.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import { type CachedAccount, statusesQuery } from "#domain/sip/queries.ts";
import { toSipState } from "#domain/sip/rows.ts";
import { SipStateLabel } from "#common/sip/SipStateLabel.tsx";
import { useText } from "#i18n/texts.ts";

const DeleteDialog = lazyPart(
  async () => (await import("./DeleteAccountDialog.tsx")).DeleteAccountDialog,
  ({ onClose }) => onClose(),
);

interface Props {
  /** Undefined while loading. The same heading element stays mounted, so it keeps the focus. */
  account: CachedAccount | undefined;
}

/** Name and extension, whether the phone is online, and the actions. */
export function AccountHeader({ account }: Props) {
  const t = useText();
  if (account === undefined) return <PageHeader title={t("account.loading")} />;
  return (
    <PageHeader
      title={t("account.title", { extension: account.number, name: account.name })}
      lead={account.role === "" ? undefined : account.role}
      beside={<State account={account} />}
      actions={<Actions account={account} />}
    />
  );
}

/** Online or offline; "unknown" while the status can't be refreshed. */
function State({ account }: { account: CachedAccount }) {
  const { data: online, isError } = useQuery({
    ...statusesQuery(),
    select: ({ items }) => items.find((status) => status.id === account.id)?.on_line,
  });
  return (
    <SipStateLabel state={toSipState(account.finally_created, isError ? undefined : online)} />
  );
}

function Actions({ account }: { account: CachedAccount }) {
  const t = useText();
  const [deleting, setDeleting] = useState(false);
  return (
    <>
      <AdminsOnly>
        <Button
          component={Link}
          to={paths.sipAccountEdit(account.id)}
          state={OVER_PAGE}
          variant="contained"
          startIcon={<Icon name="edit" size={16} />}
          preventScrollReset
        >
          {t("account.edit")}
        </Button>
      </AdminsOnly>
      <AdminsOnly>
        <Button
          color="error"
          variant="outlined"
          startIcon={<Icon name="trash" size={16} />}
          onClick={() => setDeleting(true)}
        >
          {t("account.delete")}
        </Button>
      </AdminsOnly>
      {deleting && <DeleteDialog account={account} onClose={() => setDeleting(false)} />}
    </>
  );
}
