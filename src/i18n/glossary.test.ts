import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";

/** The last column of the glossary's tables. */
const retired = readFileSync("docs/glossary.md", "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| ") && !line.startsWith("| ---"))
  .flatMap((line) => line.split("|").at(-2)?.split(",") ?? [])
  .map((word) => word.trim())
  .filter((word) => word !== "" && word !== "Not");

/** `word` alone, or `word*` at the beginning of a word; a lower-case first letter matches both. */
function toPattern(word: string): RegExp {
  const first = word.slice(0, 1);
  const start = first === first.toLowerCase() ? `[${first}${first.toUpperCase()}]` : first;
  const end = word.endsWith("*") ? "" : "(?![\\p{L}\\d])";
  return new RegExp(`(?<![\\p{L}\\d])${start}${word.slice(1).replace(/\*$/, "")}${end}`, "u");
}

const isRussian = (word: string) => /\p{Script=Cyrillic}/u.test(word);
/** The provider's raw words stand in no language. */
const isRaw = (word: string) => /^[A-Z]{3,}$/.test(word);

const namespaces = readdirSync("src", { recursive: true, encoding: "utf8" })
  .map((file) => file.replaceAll("\\", "/"))
  .filter((file) => file.endsWith("locales/en.json"))
  .map((file) => file.slice(0, -"en.json".length));

/** The words of a text, without the names of its placeholders and of their choices. */
const wordsOf = (text: string) =>
  text.replaceAll(/\{\w+(, \w+,)?/g, "{").replaceAll(/(?<=[{}]\s*)[\w=]+ \{/g, "{");

it.each(["en", "ru"] as const)("no text in %s uses a word that the glossary retired", (locale) => {
  const patterns = retired
    .filter((word) => isRaw(word) || isRussian(word) === (locale === "ru"))
    .map(toPattern);
  expect(patterns.length).toBeGreaterThan(10);
  expect(namespaces.length).toBeGreaterThan(10);
  const found = namespaces.flatMap((namespace) => {
    const texts = JSON.parse(readFileSync(`src/${namespace}${locale}.json`, "utf8")) as object;
    return Object.entries(texts).flatMap(([key, text]) => {
      // What one may search by is not what is shown.
      if (key.startsWith("search.words.")) return [];
      const words = patterns.filter((pattern) => pattern.test(wordsOf(String(text))));
      return words.map((pattern) => `${key}: ${String(text)} (${pattern.source})`);
    });
  });
  expect(found).toEqual([]);
});
