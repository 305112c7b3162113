import IconButton from "@mui/material/IconButton";
import { Icon } from "#ui/icons.tsx";
import { useText } from "#i18n/texts.ts";
import type { useTurning } from "./useTurning.ts";
import styles from "./Wall.module.css";

interface Props {
  pages: number;
  turning: ReturnType<typeof useTurning>;
}

/** Which page is shown, and the buttons that turn pages and hold the one that is shown. */
export function Pager({ pages, turning }: Props) {
  const t = useText();
  const { page, isHeld, isTurning, hold, turn } = turning;
  const hint = isTurning ? "wall.turning" : isHeld ? "wall.held" : "wall.waiting";
  return (
    <footer className={styles.pager}>
      <IconButton
        aria-label={t("wall.previous")}
        title={t("wall.previous")}
        onClick={() => turn(-1)}
      >
        <Icon name="back" size={24} />
      </IconButton>
      <span className={styles.pages}>{t("wall.page", { page: page + 1, pages })}</span>
      <IconButton
        className={styles.next}
        aria-label={t("wall.next")}
        title={t("wall.next")}
        onClick={() => turn(1)}
      >
        <Icon name="back" size={24} />
      </IconButton>
      <button
        type="button"
        className={`bare ${styles.hold}`}
        aria-pressed={isHeld}
        onClick={() => hold(!isHeld)}
      >
        {t("wall.hold")}
      </button>
      <span className={`muted ${styles.hint}`}>{t(hint)}</span>
    </footer>
  );
}
