import { memo } from "react";
import { SHAPES } from "#common/sip/shapes.ts";
import { useText } from "#i18n/texts.ts";
import { StateMark } from "#ui/StateMark.tsx";
import type { BoardRow } from "../board/rows.ts";
import { Since } from "../watch/Since.tsx";
import styles from "./Tile.module.css";

interface Props {
  row: BoardRow;
  /** In large type, with its state and since when; otherwise the state is a shape. */
  large: boolean;
  /** Dropped a moment ago. */
  dropped?: "flashing" | "framed" | undefined;
}

/** One account, readable from afar. Renders again only when its own row changes. */
export const Tile = memo(function Tile({ row, large, dropped }: Props) {
  const t = useText();
  const { account, observation, flapping, watched } = row;
  const { state } = account;
  const isPlain = state === "online" && !flapping;
  return (
    <li className={large ? styles.large : styles.compact} data-state={state} data-dropped={dropped}>
      <div className={styles.first}>
        <span className={styles.mark}>
          <StateMark shape={SHAPES[state]} size={24} />
        </span>
        <span className={styles.extension}>{account.extension}</span>
        {watched && (
          <span className={styles.star}>
            <Star />
            <span className="visually-hidden">{t("wall.watched")}</span>
          </span>
        )}
      </div>
      <span className={styles.name} title={account.name}>
        {account.name}
      </span>
      <span className={!large && isPlain ? "visually-hidden" : styles.state}>
        {t(`status.${state}`)}
        {flapping && ` · ${t("board.flapping")}`}
      </span>
      {large && state !== "online" && observation !== undefined && (
        <span className={styles.since}>
          <Since observation={observation} />
        </span>
      )}
    </li>
  );
});

/** As the board has it. */
function Star() {
  return (
    <svg viewBox="0 0 24 24" fill="currentColor" aria-hidden="true">
      <path d="M12 3.500l2.600 5.600 6 .700-4.500 4.200 1.200 6L12 17l-5.300 3 1.200-6-4.500-4.200 6-.700z" />
    </svg>
  );
}
