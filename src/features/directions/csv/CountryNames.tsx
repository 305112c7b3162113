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
      <ul className={styles.countries}>
        {[...countries].sort(compareByName(locale)).map((country) => {
          const risk = findRisk(country);
          return (
            <li key={country.id} className={styles.country}>
              <span>
                {localizeNames(country, locale).own}
                {country.code !== "" && <span className={styles.code}> +{country.code}</span>}
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
