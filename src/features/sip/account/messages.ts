import { defineMessages } from "#i18n/messages.ts";
import type en from "./locales/en.json";

/** Texts of one account: its page, its forms, its deletion. The list does without them. */
export const accountMessages = defineMessages<keyof typeof en>({
  en: () => import("./locales/en.json"),
  ru: () => import("./locales/ru.json"),
});
export const useAccountText = accountMessages.useText;
