import { memo, useSyncExternalStore } from "react";
import { usePhoneFormat } from "#common/phone.ts";
import { SHAPES } from "#common/sip/shapes.ts";
import { useFormats } from "#i18n/format.ts";
import { useText } from "#i18n/texts.ts";
import { StateMark } from "#ui/StateMark.tsx";
import { clockTime, subscribeClock } from "../watch/clock.ts";
import type { Observation } from "../watch/observe.ts";
import { sinceText } from "../watch/sinceText.ts";
import type { WallLine } from "./lines.ts";
import styles from "./Tile.module.css";

interface Props {
  line: WallLine;
  large: boolean;
  dropped?: "flashing" | "framed" | undefined;
}

/** One external number, and whether it is registered. */
export const LineTile = memo(function LineTile({ line, large, dropped }: Props) {
  const t = useText();
  const formatPhone = usePhoneFormat();
  const { number, state, observation } = line;
  const name = t("wall.line");
  const title = number === undefined ? name : formatPhone(number);
  return (
    <li className={large ? styles.large : styles.compact} data-state={state} data-dropped={dropped}>
      <div className={styles.first}>
        <span className={styles.mark}>
          <StateMark shape={SHAPES[state]} size={24} />
        </span>
        <span className={styles.phone} title={title}>
          {title}
        </span>
      </div>
      {number !== undefined && (
        <span className={styles.name} title={name}>
          {name}
        </span>
      )}
      <span className={!large && state === "online" ? "visually-hidden" : styles.state}>
        {t(`wall.line.${state}`)}
      </span>
      {large && state !== "online" && observation !== undefined && (
        <span className={styles.since}>
          <LineSince observation={observation} />
        </span>
      )}
    </li>
  );
});

function LineSince({ observation }: { observation: Observation }) {
  const t = useText();
  const formats = useFormats();
  return useSyncExternalStore(
    subscribeClock,
    () => sinceText(observation, Math.max(observation.since, clockTime()), t, formats).short,
  );
}
