import type { ReactNode } from "react";
import styles from "./PageHeader.module.css";
import { useDocumentTitle } from "./pageTitle.ts";

interface Props {
  title: string;
  /** One sentence on what the page is for. Hidden on a phone, where the rows come first. */
  lead?: ReactNode;
  actions?: ReactNode;
  /** Shown next to the title, e.g. a state. */
  beside?: ReactNode;
}

/** Title, one sentence and the main action; the title is also the document's. */
export function PageHeader({ title, lead, actions, beside }: Props) {
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
      {actions !== undefined && <div className={`buttons ${styles.actions}`}>{actions}</div>}
    </header>
  );
}
