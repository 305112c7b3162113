import { useCallback } from "react";
import { localizeNames } from "#domain/directions/model.ts";
import { useLocale } from "#i18n/messages.ts";
import { RiskReason } from "#common/risk/RiskReason.tsx";
import { useText } from "#i18n/texts.ts";
import type { CountryRow } from "./view.ts";
import { EXPLANATION_ROW } from "./useExplained.ts";
import styles from "./List.module.css";

interface Props {
  id: string;
  row: CountryRow;
  number: number;
  /** Pixels, measured: the height depends on the text. */
  onHeight: (height: number) => void;
}

/** Why the country of the row above has a badge, and by what it is open. */
export function ExplanationRow({ id, row: { country, risk, sameCode }, number, onHeight }: Props) {
  const t = useText();
  const locale = useLocale();
  const openAs = sameCode.find(({ name }) => name === country.openAs);
  const measured = useCallback(
    (row: HTMLElement | null) => {
      if (row === null) return undefined;
      const observer = new ResizeObserver(() => onHeight(row.offsetHeight));
      observer.observe(row);
      return () => observer.disconnect();
    },
    [onHeight],
  );
  return (
    <tr
      ref={measured}
      className={styles.explanation}
      aria-rowindex={number}
      {...{ [EXPLANATION_ROW]: "" }}
    >
      <td colSpan={5}>
        <div id={id} className={`stack gap-8 ${styles.text}`}>
          {openAs !== undefined && (
            <p>
              {t("directions.state.openAsWhy", {
                code: country.code,
                name: localizeNames(openAs, locale).own,
              })}
            </p>
          )}
          {risk !== undefined && <RiskReason risk={risk} />}
        </div>
      </td>
    </tr>
  );
}
