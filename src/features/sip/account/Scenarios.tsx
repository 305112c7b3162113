import { Icon } from "#ui/icons.tsx";
import { endpointsText } from "../endpointsText.ts";
import { useSipText } from "../messages.ts";
import type { CachedAccount } from "#common/sip/queries.ts";
import styles from "./Account.module.css";

/** The account's scenarios in words; the active one is marked. */
export function Scenarios({ account }: { account: CachedAccount }) {
  const t = useSipText();
  const scenarios = account.sip_scenarios;
  return (
    <section className={`${styles.card} ${styles.wide}`} aria-labelledby="scenarios">
      <h2 id="scenarios">{t("account.scenarios")}</h2>
      <p className={styles.help}>
        {scenarios.length === 0 ? t("account.scenariosNone") : t("account.scenariosHelp")}
      </p>
      <ul className={styles.scenarios}>
        {scenarios.map((scenario) => (
          <li key={scenario.id} className={styles.scenario}>
            <strong>{scenario.name}</strong>
            {scenario.active && (
              <span className={styles.active}>
                <Icon name="check" size={14} />
                {t("account.active")}
              </span>
            )}
            <span className={styles.soft}>{endpointsText(scenario.endpoints, t)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
