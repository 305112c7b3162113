import { remember, remembered } from "./storage.ts";

/** The languages of the dashboard. The first is the one for everybody else. */
export const LOCALES = ["en", "ru"] as const;
export type Locale = (typeof LOCALES)[number];

const STORED = "pult.locale";

function isLocale(value: string | null | undefined): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/** The remembered choice, else the first language of the browser that we speak, else English. */
export function chooseLocale(stored: string | null, preferred: readonly string[]): Locale {
  if (isLocale(stored)) return stored;
  return preferred.map((tag) => tag.toLowerCase().split("-")[0]).find(isLocale) ?? "en";
}

export function initialLocale(): Locale {
  return chooseLocale(remembered(STORED), navigator.languages);
}

export function rememberLocale(locale: Locale): void {
  remember(STORED, locale);
}
