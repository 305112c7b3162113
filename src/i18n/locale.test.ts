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
  ])("is the first of %j that we speak: %s", (preferred, locale) => {
    expect(chooseLocale(null, preferred)).toBe(locale);
  });

  it("is the remembered one before the browser's", () => {
    expect(chooseLocale("en", ["ru"])).toBe("en");
    expect(chooseLocale("ru", ["en"])).toBe("ru");
  });

  it("ignores a remembered language that does not exist", () => {
    expect(chooseLocale("xx", ["ru"])).toBe("ru");
    expect(chooseLocale("", ["ru"])).toBe("ru");
  });
});
