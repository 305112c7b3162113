import { useMemo } from "react";
import type { Locale } from "./locale.ts";
import { useLocale } from "./messages.ts";

/** Numbers, times and spans of time as the person's language writes them. */
export interface Formats {
  number: (value: number) => string;
  /** Time of day; takes milliseconds since 1970. */
  time: (at: number) => string;
  /** «12 мин назад»; takes milliseconds. Seconds are rounded down to tens. */
  ago: (milliseconds: number) => string;
}

export function formatsOf(locale: Locale): Formats {
  const number = new Intl.NumberFormat(locale);
  const time = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: "always", style: "short" });
  return {
    number: (value) => number.format(value),
    time: (at) => time.format(at),
    ago: (milliseconds) => {
      const seconds = Math.max(0, Math.floor(milliseconds / 1000));
      if (seconds < 60) return relative.format(-Math.floor(seconds / 10) * 10, "second");
      if (seconds < 3600) return relative.format(-Math.floor(seconds / 60), "minute");
      return relative.format(-Math.floor(seconds / 3600), "hour");
    },
  };
}

export function useFormats(): Formats {
  const locale = useLocale();
  return useMemo(() => formatsOf(locale), [locale]);
}
