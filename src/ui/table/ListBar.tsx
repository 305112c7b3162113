import type { ReactNode } from "react";
import styles from "./List.module.css";

interface Props {
  /** Names the group of filters. */
  label: string;
  /** The filters, as a rule `FilterChip`s. */
  filters: ReactNode;
  /** Sorting, freshness and the like, at the right. */
  children: ReactNode;
}

/** The line between a page's head and its table: which rows are shown, and how fresh they are. */
export function ListBar({ label, filters, children }: Props) {
  return (
    <div className={styles.bar}>
      <div className={styles.chips} role="group" aria-label={label}>
        {filters}
      </div>
      <div className={styles.right}>{children}</div>
    </div>
  );
}
