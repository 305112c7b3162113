import type { WatchedKind } from "#api/history.ts";
import type { Span } from "#domain/history/spans.ts";
import type { Formats } from "#i18n/format.ts";
import type { Locale } from "#i18n/locale.ts";
import type { Text } from "#i18n/texts.ts";

/** What the texts of a history need. */
export interface Words {
  kind: WatchedKind;
  /** When the history ends, in ms since 1970: its «now». */
  end: number;
  t: Text;
  formats: Formats;
  locale: Locale;
}

export interface SpanText {
  state: string;
  /** «сегодня в 14:02 – 14:27». */
  when: string;
  /** «25 мин», «не меньше 25 мин». */
  duration: string;
  /** Why nothing is known. */
  reason: string | undefined;
  /** All of it in one line. */
  whole: string;
}

/** One of the spans in words. */
export function spanText(
  spans: readonly Span[],
  index: number,
  words: Words,
): SpanText | undefined {
  const span = spans[index];
  if (span === undefined) return undefined;
  const { t, kind } = words;
  const state = t(`history.state.${kind}.${span.state}`);
  const when = rangeText(span, words);
  const length = durationText(span.to - span.from, words);
  const duration = isWhole(spans, index) ? length : t("history.atLeast", { span: length });
  const reason = span.state === "unknown" ? t(`history.reason.${span.reason}`) : undefined;
  const values = { state, when, span: duration };
  const whole =
    reason === undefined
      ? t("history.span", values)
      : t("history.spanBecause", { ...values, reason });
  return { state, when, duration, reason, whole };
}

/** Whether both ends of a span were seen, or it lasts. It may be longer where its neighbour is unknown. */
function isWhole(spans: readonly Span[], index: number): boolean {
  if (spans[index]?.state === "unknown") return true;
  const [before, after] = [spans[index - 1], spans[index + 1]];
  return before !== undefined && before.state !== "unknown" && after?.state !== "unknown";
}

/** «сегодня в 14:02», «пт, 27 нояб., 17:55». */
export function momentText(at: number, { end, t, formats }: Words): string {
  return isSameDay(at, end)
    ? t("history.today", { time: formats.time(at) })
    : formats.moment(at, end);
}

function rangeText({ from, to }: Span, words: Words): string {
  const { end, t, formats } = words;
  const start = momentText(from, words);
  if (to >= end) return `${start} – ${t("history.now")}`;
  return `${start} – ${isSameDay(from, to) ? formats.time(to) : momentText(to, words)}`;
}

export const durationText = (ms: number, { t, formats }: Words): string =>
  ms < 60_000 ? t("history.short") : formats.duration(ms);

/** Both ends of a span to the second. */
export function exactText({ from, to }: Span, { locale }: Words): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeStyle: "medium" });
  return `${format.format(from)} – ${format.format(to)}`;
}

const isSameDay = (a: number, b: number) =>
  new Date(a).toDateString() === new Date(b).toDateString();
