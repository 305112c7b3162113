import { useMemo, useState } from "react";
import type { WatchedKind } from "#api/history.ts";
import { toFigures } from "#domain/history/figures.ts";
import { type Period, periodEnd, periodStart, toRows } from "#domain/history/periods.ts";
import type { ReadHistory } from "#domain/history/queries.ts";
import { findSpan, type Span, toSpans } from "#domain/history/spans.ts";
import { useFormats } from "#i18n/format.ts";
import { useLocale } from "#i18n/messages.ts";
import { useText } from "#i18n/texts.ts";
import { Breaks } from "./Breaks.tsx";
import { figuresText } from "./figuresText.ts";
import { Legend } from "./Legend.tsx";
import { Picture } from "./Picture.tsx";
import { exactText, momentText, spanText, type Words } from "./spanText.ts";
import styles from "./StateTimeline.module.css";

interface Props {
  kind: WatchedKind;
  period: Period;
  read: ReadHistory;
}

/** A history that has been read: its figures in words, its picture, and its list. */
export function HistoryView({ kind, period, read: { history, at } }: Props) {
  const t = useText();
  const formats = useFormats();
  const locale = useLocale();
  const end = periodEnd(history, at);
  const spans = useMemo(
    () => toSpans(history, periodStart(period, end), end),
    [history, period, end],
  );
  const words: Words = { kind, t, formats, locale, end };
  const isNone =
    history.before === null && history.changes.length === 0 && history.gaps.length === 0;
  if (isNone) return <p className="small muted">{t("history.none")}</p>;
  return (
    <>
      <p>{figuresText(toFigures(spans), words)}</p>
      <Timeline period={period} spans={spans} words={words} />
      <Legend words={words} />
      <Since spans={spans} words={words} />
      <Breaks spans={spans} words={words} />
    </>
  );
}

interface TimelineProps {
  period: Period;
  spans: readonly Span[];
  words: Words;
}

/** The picture, and the span that is chosen in it, or under the pointer, in words; at first the last. */
function Timeline({ period, spans, words }: TimelineProps) {
  const [hovered, setHovered] = useState<number>();
  // A moment: with the next answer the places of the spans change.
  const [picked, setPicked] = useState<number>();
  const { t, end } = words;
  const rows = useMemo(() => toRows(period, end), [period, end]);
  const chosen = picked === undefined ? spans.length - 1 : findSpan(spans, picked);
  const current = hovered === undefined ? chosen : Math.min(hovered, spans.length - 1);
  const span = spans[current];
  const text = spanText(spans, current, words);
  if (span === undefined || text === undefined) return null;
  return (
    <>
      <Picture
        period={period}
        spans={spans}
        rows={rows}
        current={current}
        isChosen={hovered !== undefined || picked !== undefined}
        label={t("history.timeline")}
        valueText={text.whole}
        onHover={setHovered}
        onPick={(index) => {
          setHovered(undefined);
          setPicked(spans[index]?.from);
        }}
      />
      <p className={`small tabular ${styles.current}`}>
        <strong className="strong" translate="no">
          {text.state}
        </strong>{" "}
        <time dateTime={new Date(span.from).toISOString()} title={exactText(span, words)}>
          {text.when}
        </time>
        <span className="muted">
          {" · "}
          {text.duration}
          {text.reason !== undefined && ` · ${text.reason}`}
        </span>
      </p>
    </>
  );
}

/** Since when Pult has watched, where that is within the period. */
function Since({ spans, words }: { spans: readonly Span[]; words: Words }) {
  const [first, second] = spans;
  if (first?.state !== "unknown" || first.reason !== "before" || second === undefined) return null;
  const when = momentText(second.from, words);
  return <p className="small muted">{words.t("history.since", { when })}</p>;
}
