import { describe, expect, it } from "vitest";
import { chooseLocale } from "./locale.ts";

describe("the language of the first visit", () => {
  it.each([
    [["ru-RU", "en"], "ru"],
    [["RU"], "ru"],
    [["en-GB", "ru"], "en"],
    [["de-DE", "ru", "en"], "ru"],
    [["de-DE", "fr"], "en"],
    [[], "en"],
    [["", "rusyn", "english"], "en"],
  ])("is the first supported one of %j: %s", (preferred, locale) => {
    expect(chooseLocale(null, preferred)).toBe(locale);
  });

  it("is the stored one before the browser's", () => {
    expect(chooseLocale("en", ["ru"])).toBe("en");
    expect(chooseLocale("ru", ["en"])).toBe("ru");
  });

  it("ignores an unknown stored language", () => {
    expect(chooseLocale("xx", ["ru"])).toBe("ru");
    expect(chooseLocale("", ["ru"])).toBe("ru");
  });
});
