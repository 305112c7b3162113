import { defineMessages } from "#i18n/messages.ts";
import type en from "./locales/en.json";

/** Texts needed only when a form is left or restored: they load with that code. */
export const formMessages = defineMessages<keyof typeof en>({
  en: () => import("./locales/en.json"),
  ru: () => import("./locales/ru.json"),
});
export const useFormText = formMessages.useText;
