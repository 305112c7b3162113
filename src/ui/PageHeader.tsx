import type { ReactNode } from "react";
import styles from "./PageHeader.module.css";
import { useDocumentTitle } from "./pageTitle.ts";

interface Props {
  title: string;
  /** One sentence on what the page is for. */
  lead?: ReactNode;
  actions?: ReactNode;
  /** Stands in the title's line, e.g. a state. */
  beside?: ReactNode;
}

/** Title, one sentence and the main action; the title is also the tab's. */
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
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
