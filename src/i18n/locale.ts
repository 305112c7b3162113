import { writeStored, readStored } from "./storage.ts";

/** The supported languages. The first is the fallback. */
export const LOCALES = ["en", "ru"] as const;
export type Locale = (typeof LOCALES)[number];

const STORED = "pult.locale";

function isLocale(value: string | null | undefined): value is Locale {
  return LOCALES.some((locale) => locale === value);
}

/** The stored choice, else the browser's first supported language, else English. */
export function chooseLocale(stored: string | null, preferred: readonly string[]): Locale {
  if (isLocale(stored)) return stored;
  return preferred.map((tag) => tag.toLowerCase().split("-")[0]).find(isLocale) ?? "en";
}

export function initialLocale(): Locale {
  return chooseLocale(readStored(STORED), navigator.languages);
}

export function rememberLocale(locale: Locale): void {
  writeStored(STORED, locale);
}
