import type { Credentials } from "#domain/handover/credentials.ts";
import { serverText } from "#domain/handover/credentials.ts";
import { useText } from "#i18n/texts.ts";
import styles from "./Handover.module.css";

/** What a card shows; without a password it is masked. */
export type CardContent = Omit<Credentials, "password"> & { password: string | undefined };

/** All that a person needs to set up their phone, on the screen and on paper. */
export function Card({ content }: { content: CardContent }) {
  const t = useText();
  const { login, password, transport } = content;
  return (
    <article className={`stack gap-12 ${styles.card}`}>
      <h3 className="heading strong" translate="no">
        {content.name || content.extension}
      </h3>
      <dl className={styles.facts}>
        <Fact label={t("handover.extension")} value={String(content.extension)} />
        <Fact label={t("handover.server")} value={serverText(content)} />
        <Fact label={t("handover.overTransport")} value={transport.toUpperCase()} />
        <Fact label={t("handover.login")} value={login} />
        <Fact label={t("handover.password")} value={password} />
      </dl>
      <ol className={`steps small ${styles.steps}`}>
        {([1, 2, 3, 4] as const).map((step) => (
          <li key={step}>{t(`handover.step${step}`)}</li>
        ))}
      </ol>
    </article>
  );
}

function Fact({ label, value }: { label: string; value: string | undefined }) {
  const t = useText();
  return (
    <div className={styles.fact}>
      <dt className="small muted">{label}</dt>
      <dd className="mono" translate="no">
        {value ?? (
          <>
            <span aria-hidden="true">••••••••</span>
            <span className="visually-hidden">{t("handover.hidden")}</span>
          </>
        )}
      </dd>
    </div>
  );
}
