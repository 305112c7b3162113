import { useStatusText } from "../messages.ts";
import styles from "./BoardTable.module.css";

/** The badge of an account that comes and goes. */
export function Flapping() {
  const t = useStatusText();
  return (
    <span className={styles.flapping} title={t("board.flappingHelp")}>
      {t("board.flapping")}
    </span>
  );
}
