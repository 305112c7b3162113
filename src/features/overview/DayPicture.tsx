import { useQuery } from "@tanstack/react-query";
import { usePartReason } from "#common/usePartReason.ts";
import { onlineDayQuery } from "#domain/watched/queries.ts";
import { useFormats } from "#i18n/format.ts";
import { useText } from "#i18n/texts.ts";
import { useNow } from "#ui/useNow.ts";
import { type Day, toDay } from "./day.ts";
import styles from "./Overview.module.css";

const DAY_MS = 24 * 60 * 60_000;
const [WIDTH, HEIGHT] = [960, 80];

/** How many phones were online through the last 24 hours. */
export function DayPicture() {
  const t = useText();
  const formats = useFormats();
  const now = useNow();
  const toReason = usePartReason();
  const { data, error } = useQuery(onlineDayQuery());
  if (data === undefined) {
    if (error === null) return <div className={`placeholder delayed ${styles.day}`} />;
    return <p className="small muted">{t("overview.day.unread", { reason: toReason(error) })}</p>;
  }
  const day = toDay(data, now);
  const { fewest } = day;
  if (fewest === undefined) return <p className="small muted">{t("overview.day.none")}</p>;
  const values = {
    online: formats.number(fewest.online),
    total: formats.number(fewest.total),
    time: formats.moment(fewest.at, now),
  };
  const text = t(
    fewest.online === fewest.total ? "overview.day.all" : "overview.day.fewest",
    values,
  );
  return (
    <figure className={`stack gap-4 ${styles.day}`}>
      <figcaption className="small">{text}</figcaption>
      <Picture day={day} label={text} />
      <div className="row spread caption muted tabular" aria-hidden="true">
        <span>{formats.ago(DAY_MS)}</span>
        <span>{formats.ago(DAY_MS / 2)}</span>
        <span>{t("overview.day.now")}</span>
      </div>
    </figure>
  );
}

function Picture({ day: { steps, gaps, most }, label }: { day: Day; label: string }) {
  const x = (share: number) => Math.round(share * WIDTH * 10) / 10;
  const y = (online: number) => HEIGHT - Math.round((online / most) * HEIGHT * 10) / 10;
  const area = steps.map(
    ({ from, to, online }) => `M${x(from)} ${HEIGHT}V${y(online)}H${x(to)}V${HEIGHT}z`,
  );
  return (
    <svg
      className={styles.picture}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <path className={styles.area} d={area.join("")} />
      {gaps.map(({ from, to }) => (
        <rect
          key={from}
          className={styles.gap}
          x={x(from)}
          width={Math.max(1, x(to) - x(from))}
          height={HEIGHT}
        />
      ))}
    </svg>
  );
}
