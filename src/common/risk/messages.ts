import { defineMessages } from "#i18n/messages.ts";
import type en from "./locales/en.json";

/** Why a destination is marked. Load it with a page that shows the marks. */
export const riskMessages = defineMessages<keyof typeof en>({
  en: () => import("./locales/en.json"),
  ru: () => import("./locales/ru.json"),
});
export const useRiskText = riskMessages.useText;
