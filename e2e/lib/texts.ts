import app from "#app/locales/en.json" with { type: "json" };
import appRu from "#app/locales/ru.json" with { type: "json" };
import sandbox from "#app/sandbox/locales/en.json" with { type: "json" };
import sandboxRu from "#app/sandbox/locales/ru.json" with { type: "json" };
import common from "#common/locales/en.json" with { type: "json" };
import commonRu from "#common/locales/ru.json" with { type: "json" };
import verdict from "#common/sip/verdict/locales/en.json" with { type: "json" };
import verdictRu from "#common/sip/verdict/locales/ru.json" with { type: "json" };
import phoneInput from "#common/phoneInput/locales/en.json" with { type: "json" };
import phoneInputRu from "#common/phoneInput/locales/ru.json" with { type: "json" };
import picker from "#common/pickers/locales/en.json" with { type: "json" };
import pickerRu from "#common/pickers/locales/ru.json" with { type: "json" };
import invalidRows from "#common/invalidRows/locales/en.json" with { type: "json" };
import invalidRowsRu from "#common/invalidRows/locales/ru.json" with { type: "json" };
import secret from "#common/secrets/locales/en.json" with { type: "json" };
import secretRu from "#common/secrets/locales/ru.json" with { type: "json" };
import csv from "#features/directions/csv/locales/en.json" with { type: "json" };
import csvRu from "#features/directions/csv/locales/ru.json" with { type: "json" };
import directions from "#features/directions/locales/en.json" with { type: "json" };
import directionsRu from "#features/directions/locales/ru.json" with { type: "json" };
import risk from "#common/risk/locales/en.json" with { type: "json" };
import riskRu from "#common/risk/locales/ru.json" with { type: "json" };
import numberTest from "#features/directions/testNumber/locales/en.json" with { type: "json" };
import numberTestRu from "#features/directions/testNumber/locales/ru.json" with { type: "json" };
import forwarding from "#features/external-numbers/forwarding/locales/en.json" with { type: "json" };
import forwardingRu from "#features/external-numbers/forwarding/locales/ru.json" with { type: "json" };
import external from "#features/external-numbers/locales/en.json" with { type: "json" };
import externalRu from "#features/external-numbers/locales/ru.json" with { type: "json" };
import overview from "#features/overview/locales/en.json" with { type: "json" };
import overviewRu from "#features/overview/locales/ru.json" with { type: "json" };
import account from "#features/sip/account/locales/en.json" with { type: "json" };
import accountRu from "#features/sip/account/locales/ru.json" with { type: "json" };
import sip from "#features/sip/locales/en.json" with { type: "json" };
import sipRu from "#features/sip/locales/ru.json" with { type: "json" };
import scenario from "#features/sip/scenarios/locales/en.json" with { type: "json" };
import scenarioRu from "#features/sip/scenarios/locales/ru.json" with { type: "json" };
import smart from "#features/smart-numbers/locales/en.json" with { type: "json" };
import smartRu from "#features/smart-numbers/locales/ru.json" with { type: "json" };
import status from "#features/status/locales/en.json" with { type: "json" };
import statusRu from "#features/status/locales/ru.json" with { type: "json" };
import watch from "#features/status/watch/locales/en.json" with { type: "json" };
import watchRu from "#features/status/watch/locales/ru.json" with { type: "json" };
import voicemail from "#features/voicemail/locales/en.json" with { type: "json" };
import voicemailRu from "#features/voicemail/locales/ru.json" with { type: "json" };
import form from "#ui/form/locales/en.json" with { type: "json" };
import formRu from "#ui/form/locales/ru.json" with { type: "json" };
import ui from "#ui/locales/en.json" with { type: "json" };
import uiRu from "#ui/locales/ru.json" with { type: "json" };

const sipEn = { ...account, ...sip, ...scenario };
const numbersEn = { ...external, ...forwarding, ...smart, ...voicemail };
const directionsEn = { ...directions, ...risk, ...csv, ...numberTest };
const frameEn = {
  ...app,
  ...sandbox,
  ...common,
  ...phoneInput,
  ...picker,
  ...invalidRows,
  ...secret,
  ...verdict,
  ...overview,
  ...status,
  ...watch,
  ...form,
  ...ui,
};
const en = { ...frameEn, ...sipEn, ...numbersEn, ...directionsEn };
const ru: typeof en = {
  ...appRu,
  ...sandboxRu,
  ...commonRu,
  ...phoneInputRu,
  ...pickerRu,
  ...invalidRowsRu,
  ...secretRu,
  ...verdictRu,
  ...overviewRu,
  ...statusRu,
  ...watchRu,
  ...formRu,
  ...uiRu,
  ...accountRu,
  ...sipRu,
  ...scenarioRu,
  ...externalRu,
  ...forwardingRu,
  ...smartRu,
  ...voicemailRu,
  ...directionsRu,
  ...riskRu,
  ...csvRu,
  ...numberTestRu,
};

export type TextKey = keyof typeof en;
// `en` is an object literal, so it has no further keys.
export const allKeys = Object.keys(en) as TextKey[];
/** A text of the app from its catalog, with placeholders. */
export type Texts = (key: TextKey) => string;
export type TestLocale = "en-US" | "ru-RU";
export const TEXTS: Readonly<Record<TestLocale, Texts>> = {
  "en-US": (key) => en[key],
  "ru-RU": (key) => ru[key],
};

/** Matches a catalog text with any values of its simple placeholders (`{name}`). */
export function textPattern(text: string): RegExp {
  const parts = text.split(/\{\w+\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(parts.join(".*"));
}
