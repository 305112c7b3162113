import { type Messages, setupI18n } from "@lingui/core";
import { useCallback, useSyncExternalStore } from "react";
import { initialLocale, type Locale, rememberLocale } from "./locale.ts";

export const i18n = setupI18n();

type Values = Record<string, string | number>;
type Catalog = () => Promise<{ default: unknown }>;
type Catalogs = Record<Locale, Catalog>;

/** Looks up a message by key and fills in its values, in the current language. */
export type Text<Key extends string> = (key: Key, values?: Values) => string;

const namespaces: Catalogs[] = [];

/**
 * The messages of one namespace. Its catalogs lie beside its code and load with its route: call
 * `load` together with the import of the route's code.
 */
export function defineMessages<Key extends string>(catalogs: Catalogs) {
  async function load(): Promise<void> {
    if (!namespaces.includes(catalogs)) namespaces.push(catalogs);
    await loadInto(i18n.locale as Locale, catalogs);
  }
  /** The namespace's texts; the component renders again when the language changes. */
  function useText(): Text<Key> {
    const locale = useLocale();
    // The language is a dependency: a new function tells memoised children to render again.
    // oxlint-disable-next-line react/exhaustive-deps
    return useCallback((key: Key, values?: Values) => i18n._(key, values), [locale]);
  }
  return { load, useText };
}

const loaded = new Map<string, Set<Catalogs>>();

async function loadInto(locale: Locale, catalogs: Catalogs): Promise<void> {
  const done = loaded.get(locale) ?? new Set();
  loaded.set(locale, done);
  if (done.has(catalogs)) return;
  const { default: messages } = await catalogs[locale]();
  // Compiled at build time (see vitePlugin.ts), hence not the JSON that TypeScript sees.
  i18n.load(locale, messages as Messages);
  done.add(catalogs);
}

let latestRequested: Locale | undefined;

/**
 * Changes the language of everything on screen without losing input. Throws and keeps the language
 * when the texts fail to load.
 */
export async function setLocale(locale: Locale): Promise<void> {
  latestRequested = locale;
  // A namespace registered meanwhile loads the old language: it needs the new one too.
  for (let ready = 0; ready < namespaces.length;) {
    ready = namespaces.length;
    await Promise.all(namespaces.map((catalogs) => loadInto(locale, catalogs)));
  }
  if (latestRequested !== locale) return;
  i18n.activate(locale);
  document.documentElement.lang = locale;
  rememberLocale(locale);
}

/** Sets the language before the first render; stores nothing until the user chooses. */
export function startLocale(locale = initialLocale()): void {
  // Namespaces load their messages when they are needed.
  i18n.load(locale, {});
  i18n.activate(locale);
  document.documentElement.lang = locale;
}

const subscribe = (listener: () => void) => i18n.on("change", listener);
const snapshot = () => i18n.locale as Locale;

export function useLocale(): Locale {
  return useSyncExternalStore(subscribe, snapshot);
}
