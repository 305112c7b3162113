import { useText } from "#i18n/texts.ts";
import type { Difference } from "./describe.ts";
import styles from "./Differences.module.css";

/** What changed, from what and to what. */
export function Differences({ changed }: { changed: readonly Difference[] }) {
  const t = useText();
  return (
    <dl className={`small ${styles.differences}`}>
      {changed.map(({ field, from, to }) => (
        <div key={field} className="beside wrap gap-0-8">
          <dt className="muted">{field}</dt>
          <dd className={styles.values}>
            {from !== undefined && (
              <>
                <span className="visually-hidden">{t("journal.from")} </span>
                <del className={styles.from} translate="no">
                  {from}
                </del>
              </>
            )}
            {from !== undefined && to !== undefined && <span aria-hidden="true"> → </span>}
            {to !== undefined && (
              <>
                <span className="visually-hidden">{t("journal.to")} </span>
                <ins className={styles.to} translate="no">
                  {to}
                </ins>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
