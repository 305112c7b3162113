import IconButton from "@mui/material/IconButton";
import { type ReactNode, useId } from "react";
import { compareByName, type Country, localizeNames } from "#domain/directions/model.ts";
import { findRisk } from "#domain/directions/risk.ts";
import { RiskMark } from "#common/risk/RiskMark.tsx";
import { useLocale } from "#i18n/messages.ts";
import { Icon } from "#ui/icons.tsx";
import { useText } from "#i18n/texts.ts";
import { useDraft } from "../draft/context.ts";
import { without } from "../draft/stagedChanges.ts";
import styles from "./Review.module.css";

interface Props {
  title: string;
  /** Why they are listed although nobody staged them. */
  why?: ReactNode;
  countries: readonly Country[];
  /** Each can be taken out of the changes. */
  removable?: boolean;
}

/** Countries that change, each with name and code; nothing if there are none. */
export function CountryList({ title, why, countries, removable = false }: Props) {
  const t = useText();
  const locale = useLocale();
  const { setStaged } = useDraft();
  const heading = useId();
  if (countries.length === 0) return null;
  const along = why !== undefined;
  return (
    <section className={`stack gap-8 ${along ? `card ${styles.warning}` : ""}`}>
      <h3 id={heading} className={`subheading strong ${styles.heading}`}>
        {along && <Icon name="warning" size={16} />}
        {title}
      </h3>
      {along && <p className="small">{why}</p>}
      <ul aria-labelledby={heading}>
        {[...countries].sort(compareByName(locale)).map((country) => {
          const { own } = localizeNames(country, locale);
          const risk = findRisk(country);
          return (
            <li key={country.id} className={`row wrap gap-0-8 small ${styles.item}`}>
              <span className="truncate" title={own}>
                {own}
              </span>
              {country.code !== "" && (
                <span className={along ? "tabular" : "muted tabular"}>+{country.code}</span>
              )}
              {risk !== undefined && <RiskMark risk={risk} />}
              {removable && (
                <IconButton
                  size="small"
                  className={styles.drop}
                  aria-label={t("review.drop", { name: own })}
                  onClick={() => setStaged((latest) => without(latest, [country.id]))}
                >
                  <Icon name="close" size={16} />
                </IconButton>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
