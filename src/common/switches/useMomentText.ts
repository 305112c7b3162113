import { useSyncExternalStore } from "react";
import { daysBetween } from "#domain/switches/moments.ts";
import { getFormats } from "#i18n/format.ts";
import type { Locale } from "#i18n/locale.ts";
import { i18n, useLocale } from "#i18n/messages.ts";
import { text } from "#i18n/texts.ts";

const EVERY_MS = 30_000;

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, EVERY_MS);
  return () => clearInterval(timer);
}

/** A moment ahead as people say it, after "until"; takes milliseconds since 1970. */
export function momentText(at: number): string {
  const formats = getFormats(i18n.locale as Locale);
  const now = Date.now();
  const days = daysBetween(now, at);
  if (days === 0) return formats.time(at);
  if (days === 1) return text("timer.tomorrow", { time: formats.time(at) });
  return formats.moment(at, now);
}

/** The same for what is on screen: it renders again at midnight, and in another language. */
export function useMomentText(): (at: number) => string {
  useLocale();
  useSyncExternalStore(subscribe, () => new Date().toDateString());
  return momentText;
}

const SECOND_MS = 1_000;

function subscribeToSeconds(listener: () => void): () => void {
  const timer = setInterval(listener, SECOND_MS);
  return () => clearInterval(timer);
}

/** Whether a moment has come; renders again as it comes. */
export function useHasCome(at: number): boolean {
  return useSyncExternalStore(subscribeToSeconds, () => at <= Date.now());
}

/** The same with its day, month, year and time zone: for those who must know exactly. */
export function useExactMoment(): (at: number) => string {
  const locale = useLocale();
  return (at) => new Date(at).toLocaleString(locale, { dateStyle: "full", timeStyle: "long" });
}

/** «Europe/Moscow (GMT+3)»: the time zone of this computer. */
export function useZoneText(): string {
  const locale = useLocale();
  const { timeZone } = new Intl.DateTimeFormat(locale).resolvedOptions();
  const parts = new Intl.DateTimeFormat(locale, { timeZoneName: "shortOffset" }).formatToParts();
  const offset = parts.find(({ type }) => type === "timeZoneName")?.value;
  return offset === undefined || offset === timeZone ? timeZone : `${timeZone} (${offset})`;
}
