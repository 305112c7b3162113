import { defineMessages } from "#i18n/messages.ts";
import type en from "./locales/en.json";

/** What is said of forms only when one is left or restored: it comes with the code that says it. */
export const formMessages = defineMessages<keyof typeof en>({
  en: () => import("./locales/en.json"),
  ru: () => import("./locales/ru.json"),
});
export const useFormText = formMessages.useText;
