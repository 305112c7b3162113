import app from "#app/locales/en.json" with { type: "json" };
import appRu from "#app/locales/ru.json" with { type: "json" };
import common from "#common/locales/en.json" with { type: "json" };
import commonRu from "#common/locales/ru.json" with { type: "json" };
import account from "#features/sip/account/locales/en.json" with { type: "json" };
import accountRu from "#features/sip/account/locales/ru.json" with { type: "json" };
import sip from "#features/sip/locales/en.json" with { type: "json" };
import sipRu from "#features/sip/locales/ru.json" with { type: "json" };
import scenario from "#features/sip/scenarios/locales/en.json" with { type: "json" };
import scenarioRu from "#features/sip/scenarios/locales/ru.json" with { type: "json" };
import status from "#features/status/locales/en.json" with { type: "json" };
import statusRu from "#features/status/locales/ru.json" with { type: "json" };
import watch from "#features/status/watch/locales/en.json" with { type: "json" };
import watchRu from "#features/status/watch/locales/ru.json" with { type: "json" };
import ui from "#ui/locales/en.json" with { type: "json" };
import uiRu from "#ui/locales/ru.json" with { type: "json" };

const en = { ...app, ...common, ...account, ...sip, ...scenario, ...status, ...watch, ...ui };
const ru: typeof en = {
  ...appRu,
  ...commonRu,
  ...accountRu,
  ...sipRu,
  ...scenarioRu,
  ...statusRu,
  ...watchRu,
  ...uiRu,
};

/** A text of the app that has nothing to fill in. */
export type Texts = (key: keyof typeof en) => string;
export const TEXTS: Readonly<Record<"en-US" | "ru-RU", Texts>> = {
  "en-US": (key) => en[key],
  "ru-RU": (key) => ru[key],
};
