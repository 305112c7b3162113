import Button from "@mui/material/Button";
import { useState } from "react";
import { Link } from "react-router";
import { AdminsOnly } from "#common/AdminsOnly.tsx";
import { SipStateLabel } from "#common/sip/SipStateLabel.tsx";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { suspendedScenario } from "#domain/people/suspend.ts";
import type { CachedAccount } from "#domain/sip/queries.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import { Icon } from "#ui/icons.tsx";
import { lazyPart } from "#ui/lazyPart.tsx";
import { MoreMenu } from "#ui/MoreMenu.tsx";
import { PageHeader } from "#ui/PageHeader.tsx";
import styles from "./Account.module.css";
import { useAccountState } from "./useAccountState.ts";

const DeleteDialog = lazyPart(
  async () => (await import("./DeleteAccountDialog.tsx")).DeleteAccountDialog,
  ({ onClose }) => onClose(),
);

/** Keeps the words of a menu below each other. */
const NO_ICON = <span className={styles.noIcon} />;

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
      beside={<State account={account} />}
      actions={<Actions account={account} />}
    />
  );
}

/** Announced when it changes. */
function State({ account }: { account: CachedAccount }) {
  const { state } = useAccountState(account);
  return <span role="status">{state !== undefined && <SipStateLabel state={state} />}</span>;
}

/** What a new account has in common with this one. */
function likeThis({ role, aon, sip_scenarios: scenarios }: CachedAccount) {
  const active = scenarios.find((scenario) => scenario.active);
  const sip = active?.endpoints.find(({ type }) => type === "sip");
  return { role, aon: aon?.id, sip_timeout: sip?.timeout };
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
      <MoreMenu>
        <AdminsOnly>
          <Button component={Link} to={paths.sipTakeOver(account.id)} startIcon={NO_ICON}>
            {t("account.takeOver")}
          </Button>
          {suspendedScenario(account.sip_scenarios) === undefined ? (
            <Button component={Link} to={paths.sipSuspend(account.id)} startIcon={NO_ICON}>
              {t("account.suspend")}
            </Button>
          ) : (
            <Button component={Link} to={paths.sipResume(account.id)} startIcon={NO_ICON}>
              {t("account.resume")}
            </Button>
          )}
          <Button component={Link} to={paths.sipLeave(account.id)} startIcon={NO_ICON}>
            {t("account.leave")}
          </Button>
          <Button
            component={Link}
            to={paths.sipNew()}
            state={{ like: likeThis(account) }}
            startIcon={<Icon name="copy" size={16} />}
          >
            {t("account.another")}
          </Button>
        </AdminsOnly>
        <AdminsOnly>
          <Button
            color="error"
            startIcon={<Icon name="trash" size={16} />}
            onClick={() => setDeleting(true)}
          >
            {t("account.delete")}
          </Button>
        </AdminsOnly>
      </MoreMenu>
      {deleting && <DeleteDialog account={account} onClose={() => setDeleting(false)} />}
    </>
  );
}
