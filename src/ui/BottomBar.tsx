import type { ReactNode } from "react";
import styles from "./BottomBar.module.css";

interface Props {
  /** Announced when they change. */
  words: ReactNode;
  /** The bar is there; its place, which announces, always is. */
  shown: boolean;
  /** Buttons, the main one last. */
  children: ReactNode;
}

/** What is about to be done with what is above, in reach wherever the page is scrolled to. */
export function BottomBar({ words, shown, children }: Props) {
  return (
    <div className={styles.place} data-bottom-bar={shown || undefined}>
      <div className={shown ? `row wrap gap-8-16 tabular ${styles.bar}` : undefined}>
        <span role="status" className={`strong ${styles.words}`}>
          {words}
        </span>
        {shown && <div className={`row wrap gap-8 ${styles.actions}`}>{children}</div>}
      </div>
    </div>
  );
}
