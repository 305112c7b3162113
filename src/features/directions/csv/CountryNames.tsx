import { compareByName, type Country, localizeNames } from "#domain/directions/model.ts";
import { findRisk } from "#domain/directions/risk.ts";
import { RiskMark } from "#common/risk/RiskMark.tsx";
import { useLocale } from "#i18n/messages.ts";
import styles from "./Import.module.css";

/** Countries with their codes, each named: nobody should have to agree to a count. */
export function CountryNames({
  title,
  countries,
}: {
  title: string;
  countries: readonly Country[];
}) {
  const locale = useLocale();
  return (
    <details className={styles.group} open={countries.length <= SHOWN_AT_ONCE}>
      <summary>{title}</summary>
      <ul className={`stack gap-4 ${styles.list}`}>
        {[...countries].sort(compareByName(locale)).map((country) => {
          const risk = findRisk(country);
          return (
            <li key={country.id} className="row wrap gap-0-8">
              <span>
                {localizeNames(country, locale).own}
                {country.code !== "" && <span className="muted unbroken"> +{country.code}</span>}
              </span>{" "}
              {risk !== undefined && <RiskMark risk={risk} />}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** More are a click away: they would push other content off the screen. */
const SHOWN_AT_ONCE = 30;
