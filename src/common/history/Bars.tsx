import { memo } from "react";
import type { Row } from "#domain/history/periods.ts";
import type { Span } from "#domain/history/spans.ts";
import styles from "./Picture.module.css";

/** The width and height of a bar's own coordinates. */
const [WIDTH, HEIGHT] = [1000, 10];
/** Online is a thin band within the height: what is quiet. */
const BAND = { top: 3, height: 4 };

interface Props {
  row: Row;
  spans: readonly Span[];
  /** The id of the hatching. */
  hatch: string;
}

/** The spans of one bar: online a thin band, offline a box as high as the bar, unknown hatched. */
export const Bars = memo(function Bars({ row, spans, hatch }: Props) {
  const share = (at: number) =>
    (Math.min(Math.max(at, row.from), row.to) - row.from) / (row.to - row.from);
  const inRow = spans.filter(({ from, to }) => to > row.from && from < row.to);
  // One path for each state, however many spans there are.
  const path = (state: "online" | "offline", top: number, height: number) =>
    inRow
      .filter((span) => span.state === state)
      .map(({ from, to }) => {
        const [x, width] = [share(from) * WIDTH, (share(to) - share(from)) * WIDTH];
        return `M${x.toFixed(2)} ${top}h${width.toFixed(2)}v${height}h-${width.toFixed(2)}z`;
      })
      .join("");
  return (
    <svg className={styles.bars} width="100%" height="100%" aria-hidden="true">
      {inRow
        .filter(({ state }) => state === "unknown")
        .map(({ from, to }) => (
          <rect
            key={from}
            className={styles.unknown}
            x={`${share(from) * 100}%`}
            width={`${(share(to) - share(from)) * 100}%`}
            height="100%"
            fill={`url(#${hatch})`}
          />
        ))}
      <svg
        className={styles.bars}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        width="100%"
        height="100%"
      >
        <path className={styles.online} d={path("online", BAND.top, BAND.height)} />
        {/* Its outline keeps the shortest one visible. */}
        <path className={styles.offline} d={path("offline", 0, HEIGHT)} />
      </svg>
    </svg>
  );
});

/** What unknown times are filled with; once for all bars. */
export function Hatching({ id }: { id: string }) {
  return (
    <svg className={styles.defs} width="0" height="0" aria-hidden="true">
      <pattern
        id={id}
        width="6"
        height="6"
        patternUnits="userSpaceOnUse"
        patternTransform="rotate(45)"
      >
        <line className={styles.line} y2="6" />
      </pattern>
    </svg>
  );
}
