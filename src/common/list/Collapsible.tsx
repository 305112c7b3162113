import { type ReactNode, useId, useState } from "react";
import { useFormats } from "#i18n/format.ts";
import { useText } from "#i18n/texts.ts";
import { Icon } from "#ui/icons.tsx";
import styles from "#ui/table/List.module.css";

interface Props {
  /** How many filters are on. */
  active: number;
  children: ReactNode;
}

/** On a phone its content is behind a button with the number of active filters. */
export function Collapsible({ active, children }: Props) {
  const t = useText();
  const formats = useFormats();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
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
        {children}
      </div>
    </>
  );
}
