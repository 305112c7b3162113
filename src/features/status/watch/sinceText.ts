import type { Formats } from "#i18n/format.ts";
import type { Sighting } from "./observe.ts";
import type { WatchText } from "./messages.ts";

export interface SinceWords {
  /** For a cell: «12 мин», «не меньше 12 мин». */
  short: string;
  /** What that is known from: «не в сети с 14:02, замечено этим браузером». */
  text: string;
  /** Both. */
  long: string;
}

/** Words for what is known of an account at a time, in ms since 1970; no more than is known. */
export function sinceWords(
  sighting: Sighting,
  now: number,
  t: WatchText,
  formats: Formats,
): SinceWords {
  const short = spanWords(sighting, now, t, formats);
  const text = knownFrom(sighting, now, t, formats);
  return { short, text, long: t("watch.long", { span: short, text }) };
}

function spanWords(sighting: Sighting, now: number, t: WatchText, { duration }: Formats): string {
  const span = now - sighting.since;
  const short = span < 60_000;
  if (sighting.exact) return short ? t("watch.lessThanMinute") : duration(span);
  return short ? t("watch.notYet") : t("watch.atLeast", { span: duration(span) });
}

function knownFrom(
  { state, since, exact, before }: Sighting,
  now: number,
  t: WatchText,
  formats: Formats,
): string {
  const from = momentOf(since, now, formats);
  if (exact) return t("watch.seen", { state: t(`watch.state.${state}`), ...from });
  const text = t("watch.seenSince", from);
  if (before === undefined) return text;
  const earlier = momentOf(before.at, now, formats);
  return t("watch.before", { text, state: t(`watch.state.${before.state}`), ...earlier });
}

/** A time for the messages: its day is named where it is another than today's. */
export function momentOf(at: number, now: number, formats: Formats) {
  const today = new Date(at).toDateString() === new Date(now).toDateString();
  return { time: formats.time(at), day: today ? "today" : formats.day(at) };
}
