import { memo } from "react";
import { SHAPES } from "#common/sip/shapes.ts";
import { StateMark } from "#ui/StateMark.tsx";
import { useText } from "#i18n/texts.ts";
import type { BoardRow } from "../board/rows.ts";
import { Since } from "../watch/Since.tsx";
import styles from "./Wall.module.css";

/** One account, readable from afar. Renders again only when its own row changes. */
export const Tile = memo(function Tile({ row }: { row: BoardRow }) {
  const t = useText();
  const { account, observation, flapping } = row;
  // A duration matters only for accounts that are not online.
  const isTrouble = account.state === "offline" || account.state === "creating";
  return (
    <li className={styles.tile} data-state={account.state}>
      <div className={styles.first}>
        <span className={styles.mark}>
          <StateMark shape={SHAPES[account.state]} size={24} />
        </span>
        <span className={styles.extension}>{account.extension}</span>
      </div>
      <span className={styles.name} title={account.name}>
        {account.name}
      </span>
      <span className={styles.state}>
        {t(`status.${account.state}`)}
        {isTrouble && observation !== undefined && (
          <>
            {" · "}
            <Since observation={observation} />
          </>
        )}
        {flapping && ` · ${t("board.flapping")}`}
      </span>
    </li>
  );
});
