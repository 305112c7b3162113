import { type ReactNode, useId, useState } from "react";
import { useText } from "#i18n/texts.ts";
import { Icon } from "./icons.tsx";
import styles from "./PageHeader.module.css";

/** Further actions of a page's header, before the others; on a phone behind a button. */
export function HeaderMore({ children }: { children: ReactNode }) {
  const t = useText();
  const id = useId();
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={`bare row gap-6 strong ${styles.moreButton}`}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" />
        {t("ui.more")}
      </button>
      <div id={id} className={styles.more} data-open={open}>
        {children}
      </div>
    </>
  );
}
