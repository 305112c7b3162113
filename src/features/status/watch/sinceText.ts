import type { Text } from "#i18n/texts.ts";
import type { Formats } from "#i18n/format.ts";
import type { Observation } from "./observe.ts";

export interface SinceText {
  /** For a cell: «с 14:02, 12 мин», «не меньше 12 мин». */
  short: string;
  /** The source of the duration: «не в сети с 14:02»; of a browser «…, замечено этим браузером». */
  text: string;
  /** Both. */
  long: string;
}

/** The texts for an observation at a time in ms since 1970; they claim no more than is known. */
export function sinceText(
  observation: Observation,
  now: number,
  t: Text,
  formats: Formats,
): SinceText {
  const span = spanText(observation, now, t, formats);
  if (observation.source === "server") return serverText(observation, now, span, t, formats);
  const text = sourceText(observation, now, t, formats);
  return { short: span, text, long: t("watch.long", { span, text }) };
}

/** What the server saw needs no source: it saw it for everybody. */
function serverText(
  { state, since, exact, before, gap }: Observation,
  now: number,
  span: string,
  t: Text,
  formats: Formats,
): SinceText {
  const from = momentValues(since, now, formats);
  const values = { state: t(`watch.state.${state}`), ...from };
  const beginning = () => {
    if (exact) return t("watch.server.exact", values);
    if (before === undefined) return t("watch.server.always", values);
    const earlier = momentValues(before.at, now, formats);
    return t("watch.server.between", { ...values, after: earlier.time, afterDay: earlier.day });
  };
  const unwatched =
    gap === undefined
      ? ""
      : t("watch.server.gap", {
          from: formats.moment(gap.from, now),
          to: formats.moment(gap.to, now),
        });
  const text = beginning() + unwatched;
  const short = exact
    ? t("watch.server.short", {
        since: from.day === "today" ? from.time : formats.shortDay(since),
        span,
      })
    : span;
  return { short, text, long: t("watch.server.long", { text, span }) };
}

function spanText(observation: Observation, now: number, t: Text, { duration }: Formats): string {
  const span = now - observation.since;
  const short = span < 60_000;
  if (observation.exact) return short ? t("watch.lessThanMinute") : duration(span);
  return short ? t("watch.notYet") : t("watch.atLeast", { span: duration(span) });
}

function sourceText(
  { state, since, exact, before }: Observation,
  now: number,
  t: Text,
  formats: Formats,
): string {
  const from = momentValues(since, now, formats);
  if (exact) return t("watch.seen", { state: t(`watch.state.${state}`), ...from });
  const text = t("watch.seenSince", from);
  if (before === undefined) return text;
  const earlier = momentValues(before.at, now, formats);
  return t("watch.before", { text, state: t(`watch.state.${before.state}`), ...earlier });
}

/** A time for the messages, with its day if that is not today. */
export function momentValues(at: number, now: number, formats: Formats) {
  const today = new Date(at).toDateString() === new Date(now).toDateString();
  return { time: formats.time(at), day: today ? "today" : formats.day(at) };
}
