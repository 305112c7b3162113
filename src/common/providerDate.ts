import type { Locale } from "#i18n/locale.ts";

const DATE = /^(\d{4})-(\d\d)-(\d\d)(?:[ T](\d\d):(\d\d)(?::\d\d(?:\.\d+)?)?)?(Z|[+-]\d\d:?\d\d)?$/;

/**
 * Formats a date of the provider's in the user's locale. The provider sends no time zone, so the
 * digits stay as they are: shifting them would be a guess. Anything else is returned unchanged.
 */
export function providerDate(text: string, locale: Locale): string {
  const found = DATE.exec(text.trim());
  if (found === null) return text;
  const [, year, month, day, hour, minute, zone] = found;
  const options: Intl.DateTimeFormatOptions =
    hour === undefined ? { dateStyle: "medium" } : { dateStyle: "medium", timeStyle: "short" };
  if (zone !== undefined) {
    const at = new Date(text.trim().replace(" ", "T"));
    return Number.isNaN(at.getTime()) ? text : new Intl.DateTimeFormat(locale, options).format(at);
  }
  const at = new Date(
    Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour ?? 0), Number(minute ?? 0)),
  );
  // 31 February is invalid, not the third of March.
  if (at.getUTCDate() !== Number(day) || at.getUTCMonth() !== Number(month) - 1) return text;
  return new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(at);
}
