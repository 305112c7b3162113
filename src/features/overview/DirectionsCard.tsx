import { InvalidRowsNotice } from "#common/invalidRows/InvalidRowsNotice.tsx";
import { listAllowedDirections, listDirections } from "#api/directions.ts";
import { localizeNames } from "#domain/directions/model.ts";
import { findRisk } from "#domain/directions/risk.ts";
import { useCountries } from "#domain/directions/useCountries.ts";
import { useLocale } from "#i18n/messages.ts";
import { paths } from "#paths";
import { useText } from "#i18n/texts.ts";
import { Card } from "./Card.tsx";
import { Figure } from "./Figure.tsx";
import { Names } from "./Names.tsx";
import styles from "./Overview.module.css";

const toShown = (show: string, q?: string) => ({
  pathname: paths.directions(),
  search: `?${new URLSearchParams({ show, ...(q === undefined ? {} : { q }) })}`,
});

/** How many countries may be called, and which of them are known for fraud. */
export function DirectionsCard() {
  const t = useText();
  const locale = useLocale();
  const { countries, all, allowed, invalidAll, invalidAllowed } = useCountries();
  const open = countries.filter((country) => country.open === true);
  const risky = open.filter((country) => findRisk(country) !== undefined);
  return (
    <Card
      icon="globe"
      title={t("overview.directions")}
      to={paths.directions()}
      sources={[{ query: all }, { query: allowed }]}
      ready={all.data !== undefined && allowed.data !== undefined}
    >
      {() => (
        <>
          <InvalidRowsNotice rows={invalidAll} operation={listDirections} />
          <InvalidRowsNotice rows={invalidAllowed} operation={listAllowedDirections} />
          <div className={styles.figures}>
            <Figure
              value={open.length}
              label={t("overview.open", { n: open.length })}
              shape="filled"
              to={toShown("open")}
            />
            <Figure
              value={risky.length}
              label={t("overview.risky", { n: risky.length })}
              shape="warning"
              to={toShown("risky-open")}
            />
          </div>
          <Names
            label={t("overview.riskyOpen")}
            items={risky}
            toItem={(country) => ({
              key: country.id,
              to: toShown("risky-open", country.code),
              name: localizeNames(country, locale).own,
              note: `+${country.code}`,
            })}
            to={toShown("risky-open")}
          />
        </>
      )}
    </Card>
  );
}
