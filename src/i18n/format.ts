import type { Locale } from "./locale.ts";
import { useLocale } from "./messages.ts";
import { once } from "#lib/once.ts";

/** Numbers, times and durations in the user's language. */
export interface Formats {
  number: (value: number) => string;
  /** Time of day; takes milliseconds since 1970. */
  time: (at: number) => string;
  /** «17:55», of another day than `now`'s «пт, 27 нояб., 17:55»; both in ms since 1970. */
  moment: (at: number, now: number) => string;
  /** «12 мин назад»; takes milliseconds. Seconds are rounded down to tens. */
  ago: (milliseconds: number) => string;
  /** «21 ноября»; takes milliseconds since 1970. */
  day: (at: number) => string;
  /** «21 нояб.»; takes milliseconds since 1970. */
  shortDay: (at: number) => string;
  /** «12 мин», «3 ч 05 мин», «2 дн. 4 ч», on one line; takes milliseconds, rounds down. */
  duration: (milliseconds: number) => string;
}

const CLOCK = { hour: "2-digit", minute: "2-digit" } as const;

const cache = new Map<Locale, Formats>();

/** Cached by language. */
export function getFormats(locale: Locale): Formats {
  const formats = cache.get(locale) ?? makeFormats(locale);
  cache.set(locale, formats);
  return formats;
}

function makeFormats(locale: Locale): Formats {
  const number = once(() => new Intl.NumberFormat(locale));
  const time = once(() => new Intl.DateTimeFormat(locale, CLOCK));
  const moment = once(
    () =>
      new Intl.DateTimeFormat(locale, {
        weekday: "short",
        day: "numeric",
        month: "short",
        ...CLOCK,
      }),
  );
  const relative = once(
    () => new Intl.RelativeTimeFormat(locale, { numeric: "always", style: "short" }),
  );
  const day = once(() => new Intl.DateTimeFormat(locale, { day: "numeric", month: "long" }));
  const shortDay = once(() => new Intl.DateTimeFormat(locale, { day: "numeric", month: "short" }));
  const duration = once(() => createDurationFormat(locale));
  return {
    number: (value) => number().format(value),
    time: (at) => time().format(at),
    moment: (at, now) =>
      (new Date(at).toDateString() === new Date(now).toDateString() ? time() : moment()).format(at),
    ago: (milliseconds) => {
      const seconds = Math.max(0, Math.floor(milliseconds / 1000));
      if (seconds < 60) return relative().format(-Math.floor(seconds / 10) * 10, "second");
      if (seconds < 3600) return relative().format(-Math.floor(seconds / 60), "minute");
      if (seconds < 48 * 3600) return relative().format(-Math.floor(seconds / 3600), "hour");
      return relative().format(-Math.floor(seconds / 86_400), "day");
    },
    day: (at) => day().format(at),
    shortDay: (at) => shortDay().format(at),
    duration: (milliseconds) => duration()(milliseconds),
  };
}

function createDurationFormat(locale: Locale): Formats["duration"] {
  const unit = (name: "day" | "hour" | "minute", minimumIntegerDigits = 1) =>
    new Intl.NumberFormat(locale, {
      style: "unit",
      unit: name,
      unitDisplay: "short",
      minimumIntegerDigits,
    });
  const [days, hours, minutes, twoDigits] = [
    unit("day"),
    unit("hour"),
    unit("minute"),
    unit("minute", 2),
  ];
  const format = (all: number) => {
    const hour = Math.floor(all / 60);
    if (hour === 0) return minutes.format(all);
    if (hour < 24) return `${hours.format(hour)} ${twoDigits.format(all % 60)}`;
    return `${days.format(Math.floor(hour / 24))} ${hours.format(hour % 24)}`;
  };
  return (milliseconds) =>
    format(Math.max(0, Math.floor(milliseconds / 60_000))).replaceAll(/\s/g, "\u00a0");
}

export function useFormats(): Formats {
  return getFormats(useLocale());
}
