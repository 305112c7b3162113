import { defineMessages } from "#i18n/messages.ts";
import type en from "./locales/en.json";

/** What a field for a phone number says. Load it with a form that has one, with `riskMessages`. */
export const phoneInputMessages = defineMessages<keyof typeof en>({
  en: () => import("./locales/en.json"),
  ru: () => import("./locales/ru.json"),
});
export const usePhoneInputText = phoneInputMessages.useText;
