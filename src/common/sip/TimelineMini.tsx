import { type CallPlan, type Span, buildTimeline } from "#domain/sip/timeline.ts";
import { useText } from "#i18n/texts.ts";
import { timelineText } from "./timelineText.ts";
import styles from "./TimelineMini.module.css";

const WIDTH = 96;
const HEIGHT = 20;
/** Room for the voicemail's mark after the last second. */
const TAIL = 10;
/** Shorter timelines share this scale, so that rows can be compared. */
const MIN_SCALE_SECONDS = 60;

/** A scenario's timeline, small enough for a table row; its text is its accessible name. */
export function TimelineMini({ plan }: { plan: CallPlan }) {
  const text = timelineText(plan, useText());
  const { spans, certain, least, most, voicemail } = buildTimeline(plan);
  const end = certain ? most : least;
  const scale = (WIDTH - TAIL) / Math.max(end, MIN_SCALE_SECONDS);
  const pitch = Math.min(8, Math.max(1, Math.floor(HEIGHT / spans.length)));
  const height = Math.max(1, pitch - (pitch > 5 ? 2 : 1));
  const top = Math.floor((HEIGHT - pitch * (spans.length - 1) - height) / 2);
  const bars = spans.map((span, index) => ({ span, y: top + index * pitch }));
  return (
    <svg className={styles.mini} width={WIDTH} height={HEIGHT} role="img" aria-label={text}>
      <title>{text}</title>
      {bars.map(({ span, y }) => (
        <Bar key={y} span={span} certain={certain} scale={scale} y={y} height={height} />
      ))}
      {voicemail === true && (
        <circle className={styles.voicemail} cx={end * scale + 6} cy={HEIGHT / 2} r={3} />
      )}
    </svg>
  );
}

interface BarProps {
  span: Span;
  certain: boolean;
  /** Pixels for a second. */
  scale: number;
  y: number;
  height: number;
}

function Bar({ span: { leg, from, to }, certain, scale, y, height }: BarProps) {
  const x = Math.round(from * scale);
  const width = Math.round((to - from) * scale);
  const silent = from === to;
  if (!certain && !silent) {
    // The order is unknown, so the bars are not solid and are centred.
    const middle = y + height / 2;
    const start = Math.round((WIDTH - width) / 2);
    return (
      <path className={styles.unsure} d={`M${start} ${middle}h${width}`} strokeWidth={height} />
    );
  }
  // Half of the stroke lies inside: a bar of 0 s is the stroke alone.
  return (
    <rect
      className={silent ? styles.silent : styles[leg.kind]}
      x={x + 0.5}
      y={y + 0.5}
      width={Math.max(0, width - 1)}
      height={height - 1}
    />
  );
}
