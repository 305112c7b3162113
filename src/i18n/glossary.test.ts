import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** Words that `docs/glossary.md` replaces by others, by language. */
const RETIRED: Record<"en" | "ru", readonly RegExp[]> = {
  en: [/\bATE\b/, /UNREGED/, /^Put back$/],
  ru: [
    /вызов/i,
    /UNREGED/,
    /^Отменить$/,
    /без регистрации/i,
    /автоответчик/i,
    /внутренн\S+ номер/i,
  ],
};

const namespaces = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith("locales/en.json"))
  .map((file) => file.slice(0, -"en.json".length));

it.each(["en", "ru"] as const)("no text in %s uses a word that the glossary retired", (locale) => {
  expect(namespaces.length).toBeGreaterThan(10);
  const found = namespaces.flatMap((namespace) => {
    const texts = JSON.parse(readFileSync(`src/${namespace}${locale}.json`, "utf8")) as object;
    return Object.entries(texts).flatMap(([key, text]) =>
      RETIRED[locale].some((word) => word.test(String(text))) ? [`${key}: ${String(text)}`] : [],
    );
  });
  expect(found).toEqual([]);
});
