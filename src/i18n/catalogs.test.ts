import { compileMessageOrThrow } from "@lingui/message-utils/compileMessage";
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** Every namespace of texts found on disk, so that a new one is tested at once. */
const files = readdirSync("src", { recursive: true, encoding: "utf8" });
const namespaces = files
  .filter((file) => file.endsWith("locales/en.json"))
  .map((file) => file.slice(0, -8));
const RUSSIAN_FORMS = ["few", "many", "one", "other"];
const ENGLISH_FORMS = ["one", "other"];

function readCatalog(namespace: string, locale: string): Record<string, string> {
  return JSON.parse(readFileSync(`src/${namespace}/${locale}.json`, "utf8")) as Record<
    string,
    string
  >;
}

interface Found {
  placeholders: Set<string>;
  /** The forms of each plural, without the exact ones (`=0`). */
  plurals: string[][];
}

/** The values that a compiled message needs. */
function inspect(message: string): Found {
  const found: Found = { placeholders: new Set(), plurals: [] };
  const walk = (tokens: readonly unknown[]) => {
    for (const token of tokens) {
      if (!Array.isArray(token)) continue;
      const [argument, kind, options] = token as [string, string?, Record<string, unknown>?];
      found.placeholders.add(argument);
      const forms = Object.entries(options ?? {}).filter(([form]) => form !== "offset");
      if (kind === "plural") {
        found.plurals.push(
          forms
            .map(([form]) => form)
            .filter((form) => !/^\d+$/.test(form))
            .sort(),
        );
      }
      for (const [, inner] of forms) walk(inner as unknown[]);
    }
  };
  walk(compileMessageOrThrow(message));
  return found;
}

/** Keys of the messages with a plural that has other forms than these. */
const without = (catalog: Record<string, string>, forms: string[]) =>
  Object.entries(catalog)
    .filter(([, text]) => inspect(text).plurals.some((got) => got.join() !== forms.join()))
    .map(([key]) => key);

it("finds the namespaces", () => {
  expect(namespaces).toEqual(expect.arrayContaining(["app/locales", "features/sip/locales"]));
});

describe.each(namespaces)("%s", (namespace) => {
  const en = readCatalog(namespace, "en");
  const ru = readCatalog(namespace, "ru");

  it("has the same keys in both languages, in the same order", () => {
    expect(Object.keys(ru)).toEqual(Object.keys(en));
  });

  it("has no empty text", () => {
    const texts = [...Object.values(en), ...Object.values(ru)];
    expect(texts.filter((text) => text.trim() === "")).toEqual([]);
  });

  it("needs the same values in both languages", () => {
    const unlike = Object.keys(en).filter((key) => {
      const [one, other] = [inspect(en[key] ?? ""), inspect(ru[key] ?? "")];
      return [...one.placeholders].sort().join() !== [...other.placeholders].sort().join();
    });
    expect(unlike).toEqual([]);
  });

  it("has every plural form of the language", () => {
    expect(without(ru, RUSSIAN_FORMS)).toEqual([]);
    expect(without(en, ENGLISH_FORMS)).toEqual([]);
  });

  it("has no number next to a word that a plural should inflect", () => {
    const counted = /\{(n|total)\}[\s\u00a0](аккаунт|сценари|строк|секунд|account|scenario|second)/;
    expect(Object.values({ ...en, ...ru }).filter((text) => counted.test(text))).toEqual([]);
  });

  it("is in Russian in the Russian catalog", () => {
    const latin = Object.entries(ru).filter(
      ([key, text]) =>
        text === en[key] && /[a-z]{3}/i.test(text.replaceAll(/\{.*?\}|SIP-URI|SIP|Telegram/g, "")),
    );
    expect(latin).toEqual([]);
  });
});

it("has no key twice", () => {
  const keys = namespaces.flatMap((namespace) => Object.keys(readCatalog(namespace, "en")));
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});
