import { usePhoneFormat } from "#common/phone.ts";
import { useSipText } from "../messages.ts";
import type { CachedAccount } from "../queries.ts";
import styles from "./Account.module.css";

export function Settings({ account }: { account: CachedAccount }) {
  const t = useSipText();
  const phone = usePhoneFormat();
  const facts = [
    [t("account.extension"), account.number],
    [t("account.name"), account.name],
    [t("account.role"), account.role === "" ? <None text={t("account.roleNone")} /> : account.role],
    [
      t("account.callerId"),
      account.aon ? phone(account.aon.number) : <None text={t("sip.noCallerId")} />,
    ],
  ] as const;
  return (
    <section className={styles.card} aria-labelledby="settings">
      <h2 id="settings">{t("account.settings")}</h2>
      <dl className={styles.facts}>
        {facts.map(([label, value]) => (
          <div key={label} className={styles.fact}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function None({ text }: { text: string }) {
  return <span className={styles.soft}>{text}</span>;
}
