import type { Text } from "#i18n/texts.ts";
import type { Formats } from "#i18n/format.ts";
import type { Change } from "./observe.ts";

export interface Day {
  key: string;
  /** «Сегодня», «Вчера», «19 ноября». */
  title: string;
  changes: readonly Change[];
}

/** The changes by day, in the given order; days are in this browser's zone, `now` is today. */
export function groupByDay(
  changes: readonly Change[],
  now: number,
  t: Text,
  formats: Formats,
): Day[] {
  const days = new Map<string, Change[]>();
  for (const change of changes) {
    const key = new Date(change.at).toDateString();
    const day = days.get(key) ?? [];
    day.push(change);
    days.set(key, day);
  }
  return [...days].map(([key, ofDay]) => ({
    key,
    title: dayTitle(new Date(key).getTime(), now, t, formats),
    changes: ofDay,
  }));
}

function dayTitle(at: number, now: number, t: Text, formats: Formats): string {
  const day = new Date(at).toDateString();
  const yesterday = new Date(now);
  // Not 24 hours ago: days have 23 or 25 hours where clocks are changed.
  yesterday.setDate(yesterday.getDate() - 1);
  if (day === new Date(now).toDateString()) return t("watch.changes.today");
  if (day === yesterday.toDateString()) return t("watch.changes.yesterday");
  return formats.day(at);
}
