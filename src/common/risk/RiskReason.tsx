import type { Risk } from "#domain/directions/risk.ts";
import { useText } from "#i18n/texts.ts";
import styles from "./Risk.module.css";

/** Why a destination is marked as risky, with the sources. */
export function RiskReason({ risk }: { risk: Risk }) {
  const t = useText();
  return (
    <div className={`stack gap-4 ${styles.reason}`}>
      <p>{t(`risk.${risk.kind}Why`)}</p>
      <details>
        <summary>{t("risk.sources")}</summary>
        <ul className={`small ${styles.sources}`}>
          {risk.sources.map(({ name, address }) => (
            <li key={address}>
              <a href={address} target="_blank" rel="noreferrer">
                {name}
              </a>
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
}
