import type { Formats } from "#i18n/format.ts";
import type { Text } from "#i18n/texts.ts";
import type { Observation } from "./observe.ts";
import { momentValues } from "./sinceText.ts";

/**
 * Since when, for the middle of a sentence that says the state: «с 14:02, 43 мин». Undefined where too
 * little is known for a word. `now` is in ms since 1970.
 */
export function sinceClause(
  observation: Observation,
  now: number,
  t: Text,
  formats: Formats,
): string | undefined {
  const { since, exact, source, gap } = observation;
  const isShort = now - since < 60_000;
  if (!exact && isShort) return undefined;
  const span = isShort ? t("watch.lessThanMinute") : formats.duration(now - since);
  const values = { ...momentValues(since, now, formats), span };
  if (exact && source !== "server") return t("watch.clause.seen", values);
  const clause = exact
    ? t("watch.clause.exact", values)
    : t("watch.clause.atLeast", { span, why: beginning(observation, now, t, formats) });
  if (gap === undefined) return clause;
  const from = momentValues(gap.from, now, formats);
  const to = momentValues(gap.to, now, formats);
  const isOneDay = from.day === to.day;
  return t("watch.clause.gap", {
    clause,
    from: from.time,
    fromDay: isOneDay ? "today" : from.day,
    to: to.time,
    toDay: to.day,
  });
}

/** What is known of a beginning that nobody saw. */
function beginning(
  { since, source, before }: Observation,
  now: number,
  t: Text,
  formats: Formats,
): string {
  const values = momentValues(since, now, formats);
  if (before === undefined) {
    return t(source === "server" ? "watch.clause.always" : "watch.clause.browser", values);
  }
  const { time: after, day: afterDay } = momentValues(before.at, now, formats);
  return t("watch.clause.between", { ...values, after, afterDay });
}
