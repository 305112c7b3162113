import { defineMessages } from "#i18n/messages.ts";
import type en from "./locales/en.json";

/** What the panel says: whoever talks to the provider never sees it. */
export const sandboxMessages = defineMessages<keyof typeof en>({
  en: () => import("./locales/en.json"),
  ru: () => import("./locales/ru.json"),
});
export const useSandboxText = sandboxMessages.useText;
