import { useCallback } from "react";
import type { Locale } from "./locale.ts";
import { type CatalogFile, i18n, loadCatalogs, useLocale } from "./messages.ts";

/** Each namespace, named by the folder whose `locales/` hold its texts; types only. */
/* oxlint-disable typescript/consistent-type-imports -- of each file only the type is wanted */
interface Namespaces {
  app: typeof import("../app/locales/en.json");
  "app/print": typeof import("../app/print/locales/en.json");
  "app/sandbox": typeof import("../app/sandbox/locales/en.json");
  "app/search": typeof import("../app/search/locales/en.json");
  common: typeof import("../common/locales/en.json");
  "common/history": typeof import("../common/history/locales/en.json");
  "common/invalidRows": typeof import("../common/invalidRows/locales/en.json");
  "common/journal": typeof import("../common/journal/locales/en.json");
  "common/memory": typeof import("../common/memory/locales/en.json");
  "common/phoneInput": typeof import("../common/phoneInput/locales/en.json");
  "common/pickers": typeof import("../common/pickers/locales/en.json");
  "common/risk": typeof import("../common/risk/locales/en.json");
  "common/secrets": typeof import("../common/secrets/locales/en.json");
  "common/sip/verdict": typeof import("../common/sip/verdict/locales/en.json");
  "common/switches": typeof import("../common/switches/locales/en.json");
  "common/source": typeof import("../common/source/locales/en.json");
  "domain/batch": typeof import("../domain/batch/locales/en.json");
  "features/alerts": typeof import("../features/alerts/locales/en.json");
  "features/directions": typeof import("../features/directions/locales/en.json");
  "features/directions/csv": typeof import("../features/directions/csv/locales/en.json");
  "features/directions/testNumber": typeof import("../features/directions/testNumber/locales/en.json");
  "features/external-numbers": typeof import("../features/external-numbers/locales/en.json");
  "features/external-numbers/forwarding": typeof import("../features/external-numbers/forwarding/locales/en.json");
  "features/handover": typeof import("../features/handover/locales/en.json");
  "features/login": typeof import("../features/login/locales/en.json");
  "features/overview": typeof import("../features/overview/locales/en.json");
  "features/sip": typeof import("../features/sip/locales/en.json");
  "features/sip/account": typeof import("../features/sip/account/locales/en.json");
  "features/sip/bulk": typeof import("../features/sip/bulk/locales/en.json");
  "features/sip/import": typeof import("../features/sip/import/locales/en.json");
  "features/sip/people": typeof import("../features/sip/people/locales/en.json");
  "features/sip/listMenu": typeof import("../features/sip/listMenu/locales/en.json");
  "features/sip/phonebook": typeof import("../features/sip/phonebook/locales/en.json");
  "features/sip/scenarios": typeof import("../features/sip/scenarios/locales/en.json");
  "features/smart-numbers": typeof import("../features/smart-numbers/locales/en.json");
  "features/status": typeof import("../features/status/locales/en.json");
  "features/status/watch": typeof import("../features/status/watch/locales/en.json");
  "features/voicemail": typeof import("../features/voicemail/locales/en.json");
  ui: typeof import("../ui/locales/en.json");
  "ui/form": typeof import("../ui/form/locales/en.json");
}
/* oxlint-enable */
export type Namespace = keyof Namespaces;
export type TextKey = { [N in Namespace]: keyof Namespaces[N] & string }[Namespace];

/** Looks up a text by its key and fills in its values, in the current language. */
export type Text = (key: TextKey, values?: Record<string, string | number>) => string;

const files = import.meta.glob<CatalogFile>("../**/locales/*.json");

/** Loads namespaces, each once; call it together with the import of the code that uses them. */
export async function loadTexts(...names: Namespace[]): Promise<void> {
  await Promise.all(names.map((name) => loadCatalogs(name, (locale) => loadFile(name, locale))));
}

async function loadFile(name: Namespace, locale: Locale): Promise<CatalogFile> {
  const load = files[`../${name}/locales/${locale}.json`];
  if (load === undefined) throw new Error(`There is no catalog of ${name} in "${locale}".`);
  return load();
}

export const text: Text = (key, values) => {
  if (import.meta.env.DEV && !(key in i18n.messages)) {
    throw new Error(
      `"${key}" is not loaded: its namespace is missing in loadTexts or in its route.`,
    );
  }
  return i18n._(key, values);
};

/** The app's texts; the component renders again when the language changes. */
export function useText(): Text {
  const locale = useLocale();
  // The language is a dependency: a new function makes memoised children render again.
  // oxlint-disable-next-line react/exhaustive-deps
  return useCallback<Text>((key, values) => text(key, values), [locale]);
}
