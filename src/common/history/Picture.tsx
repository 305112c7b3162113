import { type CSSProperties, type PointerEvent, useId, useRef } from "react";
import { hourMarks, type Period, type Row } from "#domain/history/periods.ts";
import { findSpan, type Span } from "#domain/history/spans.ts";
import type { Locale } from "#i18n/locale.ts";
import { useLocale } from "#i18n/messages.ts";
import { Bars, Hatching } from "./Bars.tsx";
import styles from "./Picture.module.css";

interface Props {
  period: Period;
  spans: readonly Span[];
  rows: readonly Row[];
  /** The place of the span that is chosen or under the pointer. */
  current: number;
  /** Whether somebody has chosen it. */
  isChosen: boolean;
  label: string;
  /** The current span in words. */
  valueText: string;
  /** The span under the pointer; undefined when it has left. */
  onHover: (index: number | undefined) => void;
  onPick: (index: number) => void;
}

/** Hours between two marks, and between two that also a narrow picture has. */
const [MARKS, FEW_MARKS] = [3, 6];

/**
 * The spans as bars over an axis of hours. A slider lies over it, which is invisible: by keyboard and
 * screen reader it goes from span to span.
 */
export function Picture(props: Props) {
  const { period, spans, rows, current, isChosen, label, valueText, onHover, onPick } = props;
  const hatch = useId();
  const slider = useRef<HTMLInputElement>(null);
  const [first] = rows;
  const end = spans.at(-1)?.to ?? 0;
  const chosen = spans[current];

  const pointedAt = (event: PointerEvent, row: Row): number | undefined => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const at = row.from + ((event.clientX - left) / width) * (row.to - row.from);
    return at <= end ? findSpan(spans, at) : undefined;
  };
  return (
    <div className={styles.picture} data-period={period} data-chosen={isChosen}>
      <Hatching id={hatch} />
      <input
        ref={slider}
        className={styles.slider}
        type="range"
        min={0}
        max={spans.length - 1}
        value={current}
        aria-label={label}
        aria-valuetext={valueText}
        onChange={(event) => onPick(event.target.valueAsNumber)}
      />
      <div className={styles.rows} onPointerLeave={() => onHover(undefined)}>
        {rows.map((row) => (
          <div key={row.from} className={styles.row} aria-hidden="true">
            {period !== "day" && <DayLabel at={row.from} />}
            <div
              className={styles.track}
              onPointerMove={(event) => onHover(pointedAt(event, row))}
              onPointerUp={(event) => {
                const index = pointedAt(event, row);
                if (index !== undefined) onPick(index);
                slider.current?.focus({ preventScroll: true });
              }}
            >
              {hourMarks(row, MARKS).map((at) => (
                <span key={at} className={styles.hour} style={{ left: place(at, row) }} />
              ))}
              <Bars row={row} spans={spans} hatch={hatch} />
              {chosen !== undefined && chosen.to > row.from && chosen.from < row.to && (
                <span className={styles.chosen} style={cut(chosen, row)} />
              )}
            </div>
          </div>
        ))}
        {first !== undefined && <Axis row={first} hasDays={period !== "day"} />}
      </div>
    </div>
  );
}

/** A CSS position within a bar. */
const place = (at: number, { from, to }: Row) =>
  `${((Math.min(Math.max(at, from), to) - from) / (to - from)) * 100}%`;

const cut = ({ from, to }: Span, row: Row): CSSProperties => ({
  left: place(from, row),
  right: `calc(100% - ${place(to, row)})`,
});

function DayLabel({ at }: { at: number }) {
  const locale = useLocale();
  return (
    <span className={`muted caption tabular unbroken ${styles.day}`}>{dayText(at, locale)}</span>
  );
}

/** «вт, 24 нояб.» */
const dayText = (at: number, locale: Locale) =>
  new Date(at).toLocaleDateString(locale, { weekday: "short", day: "numeric", month: "short" });

/** The hours; where there are no days beside the bars, midnight is named by the day that begins. */
function Axis({ row, hasDays }: { row: Row; hasDays: boolean }) {
  const locale = useLocale();
  const format = new Intl.DateTimeFormat(locale, { hour: "numeric" });
  return (
    <div className={styles.row} aria-hidden="true">
      {hasDays && <span />}
      <div className={styles.axis}>
        {hourMarks(row, MARKS).map((at) => {
          const hour = new Date(at).getHours();
          return (
            <span
              key={at}
              className="muted caption tabular unbroken"
              data-minor={hour % FEW_MARKS !== 0 || at === row.to}
              data-last={at === row.to}
              style={{ left: place(at, row) }}
            >
              {hour === 0 && !hasDays ? dayText(at, locale) : format.format(at)}
            </span>
          );
        })}
      </div>
    </div>
  );
}
