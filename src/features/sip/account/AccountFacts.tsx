import { AdminsOnly } from "#common/AdminsOnly.tsx";
import Button from "@mui/material/Button";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { CopyButton } from "#common/CopyButton.tsx";
import { OVER_PAGE } from "#common/useClosePanel.ts";
import { PhoneLink } from "#common/PhoneLink.tsx";
import { useCopy } from "#common/useCopy.ts";
import { Icon } from "#ui/icons.tsx";
import type { CachedAccount } from "#domain/sip/queries.ts";
import { useText } from "#i18n/texts.ts";
import { paths } from "#paths";
import styles from "./Account.module.css";
import { PasswordFact } from "./PasswordFact.tsx";
import { PasswordError } from "./PasswordError.tsx";
import { useNoPasswordText } from "./useNoPasswordText.ts";
import { usePassword } from "./usePassword.ts";

/** What is known of an account beside its name, state and scenarios, each once. */
export function AccountFacts({ account }: { account: CachedAccount }) {
  return (
    <div className={`card stack gap-20 ${styles.facts}`}>
      <Credentials account={account} />
      <Settings account={account} />
    </div>
  );
}

/** Server, login and password for the desk phone, each copied with one click. */
function Credentials({ account }: { account: CachedAccount }) {
  const t = useText();
  const secret = usePassword(account.id);
  const copy = useCopy(useNoPasswordText());
  const copyAll = async () => {
    const password = await secret.fetchPassword();
    return [
      `${t("account.server")}: ${account.server}`,
      `${t("account.login")}: ${account.login}`,
      `${t("account.password")}: ${password}`,
    ].join("\n");
  };
  return (
    <section className="stack gap-12" aria-labelledby="credentials">
      <h2 id="credentials" className="heading" tabIndex={-1}>
        {t("account.credentials")}
      </h2>
      <p className="muted small">{t("account.credentialsHelp")}</p>
      <dl className={styles.list}>
        <CopyableFact label={t("account.server")} value={account.server} />
        <CopyableFact label={t("account.login")} value={account.login} />
        <PasswordFact secret={secret} />
      </dl>
      {secret.shown.state === "failed" && <PasswordError error={secret.shown.error} />}
      <div className="buttons">
        <AdminsOnly>
          <Button
            component={Link}
            to={paths.sipHandover([account.id])}
            state={OVER_PAGE}
            variant="contained"
          >
            {t("account.handOver")}
          </Button>
          <Button
            variant="outlined"
            startIcon={<Icon name="copy" size={16} />}
            onClick={() => void copy(t("account.all"), copyAll())}
          >
            {t("account.copyAll")}
          </Button>
        </AdminsOnly>
      </div>
    </section>
  );
}

function Settings({ account }: { account: CachedAccount }) {
  const t = useText();
  const callerId = account.aon?.number ?? "";
  return (
    <section className="stack gap-12" aria-labelledby="settings">
      <h2 id="settings" className="heading">
        {t("account.settings")}
      </h2>
      <dl className={styles.list}>
        <Fact label={t("account.callerId")} none={t("sip.noCallerId")}>
          {callerId !== "" && <PhoneLink digits={callerId} />}
        </Fact>
        <Fact label={t("account.role")} none={t("account.roleNone")}>
          {account.role}
        </Fact>
      </dl>
    </section>
  );
}

interface FactProps {
  label: string;
  /** Shown muted when there is no value. */
  none: string;
  children: ReactNode;
}

function Fact({ label, none, children }: FactProps) {
  return (
    <div className="fact">
      <dt>{label}</dt>
      <dd className={styles.value}>{children || <span className="muted">{none}</span>}</dd>
    </div>
  );
}

function CopyableFact({ label, value }: { label: string; value: string }) {
  return (
    <div className="fact">
      <dt>{label}</dt>
      <dd className="row">
        <span className={`grow mono ${styles.secret}`} translate="no">
          {value}
        </span>
        <CopyButton what={label} text={() => Promise.resolve(value)} />
      </dd>
    </div>
  );
}
