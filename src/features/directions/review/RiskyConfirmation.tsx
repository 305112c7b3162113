import { listNames } from "#domain/directions/model.ts";
import { RiskReason } from "#common/risk/RiskReason.tsx";
import { useLocale } from "#i18n/messages.ts";
import { useText } from "#i18n/texts.ts";
import styles from "./Review.module.css";
import type { RiskyCountry } from "./risky.ts";
import type { useRiskConfirmation } from "./useRiskConfirmation.ts";

interface Props {
  risky: readonly RiskyCountry[];
  tick: ReturnType<typeof useRiskConfirmation>;
}

/** The confirmation before risky countries are opened: each reason, and one tick that names all. */
export function RiskyConfirmation({ risky, tick }: Props) {
  const t = useText();
  const locale = useLocale();
  const names = (some: readonly RiskyCountry[]) =>
    listNames(
      some.map(({ country }) => country),
      locale,
    );
  const kinds = [...new Map(risky.map((one) => [one.risk.kind, one.risk])).values()];
  return (
    <section className={`card stack gap-12 ${styles.risky}`}>
      <h3 className="subheading strong">{t("review.risky")}</h3>
      {kinds.map((risk) => (
        <div key={risk.kind} className="stack gap-4 small">
          <strong>{names(risky.filter((one) => one.risk.kind === risk.kind))}</strong>
          <RiskReason risk={risk} />
        </div>
      ))}
      <label className={`row gap-12 ${styles.tick}`}>
        <input
          type="checkbox"
          checked={tick.ticked}
          onChange={({ target }) => tick.set(target.checked)}
        />
        {t("review.riskyTick", { names: names(risky) })}
      </label>
    </section>
  );
}
