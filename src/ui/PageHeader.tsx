import { type ReactNode, useId, useState } from "react";
import { useText } from "#i18n/texts.ts";
import { Icon } from "./icons.tsx";
import styles from "./PageHeader.module.css";
import { useDocumentTitle } from "./pageTitle.ts";

interface Props {
  title: string;
  /** One sentence on what the page is for. Hidden on a phone, where the rows come first. */
  lead?: ReactNode;
  actions?: ReactNode;
  /** Further actions: before the others; on a phone behind a button. */
  more?: ReactNode;
  /** Shown next to the title, e.g. a state. */
  beside?: ReactNode;
}

/** Title, one sentence and the main action; the title is also the document's. */
export function PageHeader({ title, lead, actions, more, beside }: Props) {
  useDocumentTitle(title);
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        <div className={styles.title}>
          <h1 className={styles.title} tabIndex={-1} data-page-title>
            {title}
          </h1>
          {beside}
        </div>
        {lead !== undefined && <p className={styles.lead}>{lead}</p>}
      </div>
      {(actions !== undefined || more !== undefined) && (
        <div className={`buttons ${styles.actions}`}>
          {more !== undefined && <More>{more}</More>}
          {actions}
        </div>
      )}
    </header>
  );
}

function More({ children }: { children: ReactNode }) {
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
