import { defineMessages } from "#i18n/messages.ts";
import type en from "./locales/en.json";

export const oddMessages = defineMessages<keyof typeof en>({
  en: () => import("./locales/en.json"),
  ru: () => import("./locales/ru.json"),
});
export const useOddText = oddMessages.useText;
