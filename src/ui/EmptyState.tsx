import type { ReactNode } from "react";
import styles from "./EmptyState.module.css";
import { Icon, type IconName } from "./icons.tsx";

interface Props {
  icon: IconName;
  title: string;
  text: ReactNode;
  actions?: ReactNode;
  tone?: "plain" | "problem" | "good";
}

/** Shown in place of content: nothing yet, nothing found, or a failure. */
export function EmptyState({ icon, title, text, actions, tone = "plain" }: Props) {
  const problem = tone === "problem";
  return (
    <div className={styles.blank} role={problem ? "alert" : undefined}>
      <span className={`${styles.picture} ${tone === "plain" ? "" : styles[tone]}`}>
        <Icon name={icon} size={24} />
      </span>
      <h2 className="heading strong">{title}</h2>
      <div className={styles.text}>{text}</div>
      {actions !== undefined && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
