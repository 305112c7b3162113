import { type ReactNode, useId, useState } from "react";
import { useFormats } from "#i18n/format.ts";
import { useText } from "#i18n/texts.ts";
import { Icon } from "../icons.tsx";
import styles from "./List.module.css";

interface Props {
  /** Names the group of filters. */
  label: string;
  /** The filters, as a rule `FilterChip`s. */
  filters?: ReactNode;
  /** The number of active filters. */
  active?: number;
  /** Sorting, grouping and the like. */
  order?: ReactNode;
  /** Content at the right, such as freshness. */
  children: ReactNode;
}

/**
 * The toolbar between a page's header and its table: filters, sorting and freshness. On a phone
 * filters and sorting are behind a button, so that the rows come first.
 */
export function ListBar({ label, filters, active = 0, order, children }: Props) {
  const t = useText();
  const formats = useFormats();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <div className={styles.bar}>
      <button
        type="button"
        className={styles.opener}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <Icon name="filter" size={18} />
        {t("ui.filters")}
        {active > 0 && (
          <span className={styles.active}>
            <span aria-hidden="true">{formats.number(active)}</span>
            <span className="visually-hidden">{t("ui.filtersOn", { n: active })}</span>
          </span>
        )}
      </button>
      <div id={id} className={styles.choices} data-open={open}>
        <div className={styles.chips} role="group" aria-label={label}>
          {filters}
        </div>
        {order}
      </div>
      <div className={styles.right}>{children}</div>
    </div>
  );
}
