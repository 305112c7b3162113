import { getFormats } from "#i18n/format.ts";
import type { Locale } from "#i18n/locale.ts";
import { i18n } from "#i18n/messages.ts";
import { loadTexts, text as t } from "#i18n/texts.ts";

/** The texts and formats of a language, for a test of texts alone. */
export async function loadLanguage(locale: Locale) {
  i18n.load(locale, {});
  i18n.activate(locale);
  await loadTexts("features/status/watch");
  return { t, formats: getFormats(locale) };
}

/** Replaces spaces of any width by plain ones: which is used depends on the platform. */
export const plain = (text: string) => text.replaceAll(/\s/gu, " ");
