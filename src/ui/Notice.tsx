import type { ReactNode } from "react";
import { Icon } from "./icons.tsx";
import styles from "./Notice.module.css";

interface Props {
  tone: "note" | "attention" | "problem";
  children: ReactNode;
  action?: ReactNode;
  /** Announced at once by a screen reader: for what has just gone wrong. */
  urgent?: boolean;
  /** Not announced at all: for what holds a growing time. */
  quiet?: boolean;
}

/** A sentence or two that must be seen, where they apply on the page. */
export function Notice({ tone, children, action, urgent = false, quiet = false }: Props) {
  return (
    <div
      className={`row wrap gap-8-12 card ${styles.notice} ${styles[tone]}`}
      role={quiet ? undefined : urgent ? "alert" : "status"}
    >
      <Icon name={tone === "note" ? "edit" : "warning"} />
      <div className={styles.words}>{children}</div>
      {action}
    </div>
  );
}
