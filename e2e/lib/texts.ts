import { readdirSync, readFileSync } from "node:fs";
import type { TextKey } from "#i18n/texts.ts";

export type { TextKey };
type Catalog = Readonly<Record<TextKey, string>>;

/** All texts of the app in a language, by their keys. */
function readCatalogs(language: "en" | "ru"): Catalog {
  const catalogs = readdirSync("src", { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(`locales/${language}.json`))
    .map((file) => JSON.parse(readFileSync(`src/${file}`, "utf8")) as Partial<Catalog>);
  // Together the catalogs have every key: `TextKey` is made of them.
  return Object.assign({}, ...catalogs) as Catalog;
}

const en = readCatalogs("en");
const ru = readCatalogs("ru");

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
