import { usePhoneFormat } from "#common/phone.ts";
import type { CachedAccount } from "#domain/sip/queries.ts";
import { useText } from "#i18n/texts.ts";
import styles from "./Account.module.css";

export function Settings({ account }: { account: CachedAccount }) {
  const t = useText();
  const phone = usePhoneFormat();
  const callerId = account.aon ? phone(account.aon.number) : "";
  return (
    <section className={`card stack gap-12 ${styles.card}`} aria-labelledby="settings">
      <h2 id="settings" className="heading">
        {t("account.settings")}
      </h2>
      <dl className={styles.facts}>
        <Fact label={t("account.extension")} value={String(account.number)} />
        <Fact label={t("account.name")} value={account.name} none="—" />
        <Fact label={t("account.role")} value={account.role} none={t("account.roleNone")} />
        <Fact label={t("account.callerId")} value={callerId} none={t("sip.noCallerId")} />
      </dl>
    </section>
  );
}

/** `none` is shown muted when there is no value. */
function Fact({ label, value, none }: { label: string; value: string; none?: string }) {
  return (
    <div className="fact">
      <dt>{label}</dt>
      <dd className={styles.value}>
        {value === "" ? <span className="muted">{none}</span> : value}
      </dd>
    </div>
  );
}
