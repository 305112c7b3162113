import { defineMessages, type Text } from "#i18n/messages.ts";
import type en from "./locales/en.json";

export const testNumberMessages = defineMessages<keyof typeof en>({
  en: () => import("./locales/en.json"),
  ru: () => import("./locales/ru.json"),
});
export const useTestText = testNumberMessages.useText;
export type TestText = Text<keyof typeof en>;
