import { useText } from "#i18n/texts.ts";
import styles from "./Badges.module.css";

/** The badge of a flapping account. */
export function Flapping() {
  const t = useText();
  return (
    <span className={`attention unbroken ${styles.flapping}`} title={t("board.flappingHelp")}>
      {t("board.flapping")}
    </span>
  );
}
