import { type Messages, setupI18n } from "@lingui/core";
import { useSyncExternalStore } from "react";
import { initialLocale, type Locale, rememberLocale } from "./locale.ts";

export const i18n = setupI18n();

/** What a catalog's file exports: compiled at build time (see vitePlugin.ts). */
export interface CatalogFile {
  default: unknown;
}
type LoadCatalog = (locale: Locale) => Promise<CatalogFile>;

const namespaces = new Map<string, LoadCatalog>();
const loaded = new Set<string>();

/** Loads a namespace in the current language, and from now on in each language that is chosen. */
export async function loadCatalogs(name: string, load: LoadCatalog): Promise<void> {
  namespaces.set(name, load);
  await loadInto(i18n.locale as Locale, name, load);
}

async function loadInto(locale: Locale, name: string, load: LoadCatalog): Promise<void> {
  const id = `${name} ${locale}`;
  if (loaded.has(id)) return;
  const { default: messages } = await load(locale);
  i18n.load(locale, messages as Messages);
  loaded.add(id);
}

/** Loads all that was loaded in another language. */
export async function loadKnownNamespaces(locale: Locale): Promise<void> {
  // A namespace registered meanwhile loads the old language: it needs the new one too.
  for (let ready = 0; ready < namespaces.size;) {
    ready = namespaces.size;
    await Promise.all([...namespaces].map(([name, load]) => loadInto(locale, name, load)));
  }
}

let latestRequested: Locale | undefined;

/**
 * Changes the language of everything on screen without losing input. Throws and keeps the language
 * when the texts fail to load.
 */
export async function setLocale(locale: Locale): Promise<void> {
  latestRequested = locale;
  await loadKnownNamespaces(locale);
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
