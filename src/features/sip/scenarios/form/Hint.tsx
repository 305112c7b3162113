import type { ReactNode } from "react";
import { Icon } from "#ui/icons.tsx";
import { useText } from "#i18n/texts.ts";
import styles from "./ScenarioForm.module.css";

/** Something to be noticed beside a field, which does not hold up saving. */
export function Hint({ children }: { children: ReactNode }) {
  return (
    <span className={styles.hint}>
      <Icon name="warning" size={16} />
      <span>{children}</span>
    </span>
  );
}

/** The mark of a field that the provider does not return, until it is given. */
export function ReentryHint() {
  const t = useText();
  return <Hint>{t("scenarioForm.asked")}</Hint>;
}
