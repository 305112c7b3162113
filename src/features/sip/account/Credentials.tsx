import { AdminsOnly } from "#common/AdminsOnly.tsx";
import Button from "@mui/material/Button";
import { CopyButton } from "#common/CopyButton.tsx";
import { useCopy } from "#common/useCopy.ts";
import { Icon } from "#ui/icons.tsx";
import type { CachedAccount } from "#domain/sip/queries.ts";
import { useText } from "#i18n/texts.ts";
import styles from "./Account.module.css";
import { PasswordFact } from "./PasswordFact.tsx";
import { PasswordError } from "./PasswordError.tsx";
import { useNoPasswordText } from "./useNoPasswordText.ts";
import { usePassword } from "./usePassword.ts";

/** Server, login and password for the desk phone, each copied with one click. */
export function Credentials({ account }: { account: CachedAccount }) {
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
    <section className={`card stack gap-12 ${styles.card}`} aria-labelledby="credentials">
      <h2 id="credentials" className="heading">
        {t("account.credentials")}
      </h2>
      <p className="muted small">{t("account.credentialsHelp")}</p>
      <dl className={styles.facts}>
        <CopyableFact label={t("account.server")} value={account.server} />
        <CopyableFact label={t("account.login")} value={account.login} />
        <PasswordFact secret={secret} />
      </dl>
      {secret.shown.state === "failed" && <PasswordError error={secret.shown.error} />}
      <div>
        <AdminsOnly>
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
