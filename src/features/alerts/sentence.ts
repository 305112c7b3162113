import type { AlertRule, Hours } from "#api/alerts.ts";
import type { WatchedKind } from "#api/history.ts";
import type { Locale } from "#i18n/locale.ts";
import type { Text } from "#i18n/texts.ts";

/** What the words of a rule need besides the rule itself. */
export interface RuleWords {
  t: Text;
  locale: Locale;
  /** «214 Ресепшен»; undefined where it is not known, or not yet. */
  nameOf: (kind: WatchedKind, id: number) => string | undefined;
  /** By id; «Почта «Анна»». */
  channels: ReadonlyMap<string, string>;
  /** Milliseconds between two looks; undefined where it is not known. */
  everyMs: number | undefined;
}

/** So many objects are named; of more, how many they are is told. */
const NAMED = 3;

/** A rule in one sentence: of what it tells, to whom and when. */
export function ruleSentence(rule: AlertRule, words: RuleWords): string {
  const { t, locale, channels } = words;
  const names = rule.channels.map((id) => channels.get(id)).filter((name) => name !== undefined);
  const to = names.length === 0 ? t("alerts.toNobody") : listText(names, locale, "conjunction");
  return t("alerts.sentence", { if: ifText(rule, words), to, when: whenText(rule, words) });
}

function ifText({ condition, looksDown: looks }: AlertRule, words: RuleWords): string {
  const { t } = words;
  if (condition.type === "unreadable") {
    return t("alerts.if.unreadable", { minutes: condition.minutes });
  }
  const { kind, ids } = condition;
  const what = whatText(kind, ids, words);
  if (condition.type === "flapping") {
    const { drops: n, minutes } = condition;
    return t("alerts.if.flapping", { what, kind, n, minutes });
  }
  const span = spanText(looks, words);
  if (condition.type === "offline") return t("alerts.if.offline", { what, kind, looks, span });
  const many = t("alerts.if.many", { n: condition.atLeast, kind, of: ids.length, looks, span });
  return many.replaceAll(/ {2,}/g, " ");
}

function whatText(kind: WatchedKind, ids: readonly number[], words: RuleWords): string {
  const { t, locale, nameOf } = words;
  if (ids.length === 0) return t("alerts.any", { kind });
  const names = ids.length <= NAMED ? ids.map((id) => nameOf(kind, id)) : [];
  const known = names.filter((name) => name !== undefined);
  if (known.length === ids.length) return listText(known, locale, "disjunction");
  return t("alerts.anyOf", { kind, n: ids.length });
}

/** How long so many looks take, with a space before it: ` (около 1 мин)`; empty where it is not known. */
function spanText(looks: number, { t, everyMs }: RuleWords): string {
  if (everyMs === undefined || looks === 1) return "";
  return ` ${t("alerts.span", { span: secondsText((looks * everyMs) / 1000, t) })}`;
}

/** «45 с», «2 мин»: a time that somebody set, not one that was measured. */
export function secondsText(seconds: number, t: Text): string {
  if (seconds < 60 || seconds % 30 !== 0) return t("alerts.seconds", { n: Math.round(seconds) });
  return t("alerts.minutes", { n: seconds / 60 });
}

function whenText({ hours, zone }: AlertRule, { t, locale }: RuleWords): string {
  if (hours.length === 0) return t("alerts.always");
  const parts = hours.map(({ days, from, to }) =>
    t("alerts.hours", { days: daysText(days, locale), from: clock(from), to: clock(to) }),
  );
  const own = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return [parts.join(", "), ...(zone === own ? [] : [t("alerts.zone", { zone })])].join(" ");
}

/** `9:00` for `09:00`. */
const clock = (time: string) => time.replace(/^0/, "");

/** «пн–пт», «сб, вс»: days in a row as from and to. */
export function daysText(days: Hours["days"], locale: Locale): string {
  const sorted = [...new Set(days)].sort((a, b) => a - b);
  const runs: number[][] = [];
  for (const day of sorted) {
    const run = runs.at(-1);
    if (run?.at(-1) === day - 1) run.push(day);
    else runs.push([day]);
  }
  return runs
    .flatMap((run) => {
      const [first = 1, last = first] = [run[0], run.at(-1)];
      if (run.length < 3) return run.map((day) => dayName(day, locale));
      return [`${dayName(first, locale)}–${dayName(last, locale)}`];
    })
    .join(", ");
}

/** A Monday. */
const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 24 * 60 * 60_000;

/** «пн», or «понедельник»; 1 is Monday. */
export function dayName(day: number, locale: Locale, weekday: "short" | "long" = "short"): string {
  const format = new Intl.DateTimeFormat(locale, { weekday, timeZone: "UTC" });
  return format.format(MONDAY + (day - 1) * DAY_MS);
}

function listText(
  items: readonly string[],
  locale: Locale,
  type: "conjunction" | "disjunction",
): string {
  return new Intl.ListFormat(locale, { type }).format(items);
}

/** What else a rule says, each in a few words. */
export function ruleDetails(
  { condition, tellsEnd, groupSeconds: n }: AlertRule,
  t: Text,
): string[] {
  const flaps = condition.type === "offline" ? condition.flapping : null;
  return [
    t(tellsEnd ? "alerts.detail.end" : "alerts.detail.noEnd"),
    ...(n > 0 ? [t("alerts.detail.group", { n })] : []),
    ...(flaps === null
      ? []
      : [t("alerts.detail.flapping", { n: flaps.drops, minutes: flaps.minutes })]),
  ];
}
