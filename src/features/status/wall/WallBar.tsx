import IconButton from "@mui/material/IconButton";
import { useSyncExternalStore } from "react";
import { useErrorText } from "#common/errorText.ts";
import { LoginLink } from "#common/LoginLink.tsx";
import { connectivityFrom } from "#common/connectivity.ts";
import type { SipState } from "#domain/sip/rows.ts";
import { SHAPES } from "#common/sip/shapes.ts";
import { useFormats } from "#i18n/format.ts";
import { Icon } from "#ui/icons.tsx";
import { StateMark } from "#ui/StateMark.tsx";
import { useText } from "#i18n/texts.ts";
import { useCountText } from "../board/countText.ts";
import { Age } from "../board/Age.tsx";
import { enterFullScreen } from "./fullScreen.ts";
import type { WallLine } from "./lines.ts";
import { useWakeLock } from "./useWakeLock.ts";
import styles from "./Wall.module.css";

interface Props {
  counts: Record<SipState, number>;
  /** External numbers that have to be registered. */
  lines: readonly WallLine[];
  /** Whether any status has been read. */
  known: boolean;
  complete: boolean;
  /** Why the last poll failed; null when it did not. */
  failure: unknown;
  /** Rows of the provider that can't be read. */
  invalidRows: number;
  every: number;
  onLeave: () => void;
}

const STATES: readonly SipState[] = ["offline", "online", "creating", "unknown"];

/** The counters in large type, their age, and the button that leaves the wall. */
export function WallBar({
  counts,
  lines,
  known,
  complete,
  failure,
  invalidRows,
  every,
  onLeave,
}: Props) {
  const t = useText();
  const toErrorText = useErrorText();
  const lost = lines.filter(({ state }) => state === "offline").length;
  const age = <Age every={every} className={styles.age} />;
  const countText = useCountText(known, complete);
  const awake = useWakeLock();
  const shown = STATES.filter(
    (state) => state === "offline" || state === "online" || counts[state] > 0,
  );
  return (
    <header className={styles.bar}>
      <dl className={styles.counts}>
        {shown.map((state) => (
          <div
            key={state}
            className={styles.count}
            data-trouble={state === "offline" && counts.offline > 0}
          >
            <dt>
              <StateMark shape={SHAPES[state]} size={20} />
              {t(`status.${state}`)}
            </dt>
            <dd>{countText(state, counts[state])}</dd>
          </div>
        ))}
        {lines.length > 0 && (
          <div className={styles.count} data-trouble={lost > 0}>
            <dt>
              <StateMark shape={lost > 0 ? SHAPES.offline : SHAPES.online} size={20} />
              {t("wall.lines")}
            </dt>
            <dd>{t("wall.linesRegistered", { n: lines.length - lost, all: lines.length })}</dd>
          </div>
        )}
      </dl>
      <div className={styles.side}>
        <Clock />
        <div className={styles.controls}>
          <IconButton
            aria-label={t("wall.fullScreen")}
            title={t("wall.fullScreen")}
            onClick={enterFullScreen}
          >
            <Icon name="screen" size={24} />
          </IconButton>
          <IconButton aria-label={t("wall.leave")} title={t("wall.leave")} onClick={onLeave}>
            <Icon name="close" size={24} />
          </IconButton>
        </div>
        <div className={styles.news}>
          {!failure && age}
          {invalidRows > 0 && (
            <span className="attention strong">{t("wall.odd", { n: invalidRows })}</span>
          )}
          {awake === "unable" && <span>{t("wall.mayDim")}</span>}
        </div>
      </div>
      {Boolean(failure) && (
        <div className={styles.failure}>
          {age}
          <span>{toErrorText(failure).title}</span>
          {connectivityFrom(failure) === "login" && <LoginLink />}
        </div>
      )}
    </header>
  );
}

function everySecond(listener: () => void): () => void {
  const timer = setInterval(listener, 1000);
  return () => clearInterval(timer);
}

/** The time of day, which shows that the page is not frozen. Renders once a minute. */
function Clock() {
  const formats = useFormats();
  const time = useSyncExternalStore(everySecond, () => formats.time(Date.now()));
  return <time className={styles.clock}>{time}</time>;
}
