import { defineMessages } from "#i18n/messages.ts";
import type en from "./locales/en.json";

export const invalidRowsMessages = defineMessages<keyof typeof en>({
  en: () => import("./locales/en.json"),
  ru: () => import("./locales/ru.json"),
});
export const useInvalidRowsText = invalidRowsMessages.useText;
