import { afterEach, describe, expect, it, vi } from "vitest";
import { initialLocale, rememberLocale } from "./locale.ts";
import { writeStored, readStored } from "./storage.ts";

afterEach(() => vi.unstubAllGlobals());

const denied = () => {
  throw new DOMException("The operation is insecure.", "SecurityError");
};

function storageThat(behaves: Partial<Storage>) {
  vi.stubGlobal("localStorage", behaves);
}

describe("a stored choice", () => {
  it("is restored", () => {
    const kept = new Map<string, string>();
    storageThat({
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
    });
    expect(readStored("pult.locale")).toBeNull();
    writeStored("pult.locale", "ru");
    expect(readStored("pult.locale")).toBe("ru");
  });
});

describe("where the browser denies storage", () => {
  it("nothing is stored, and nothing breaks", () => {
    storageThat({ getItem: denied, setItem: denied });
    expect(() => writeStored("pult.locale", "ru")).not.toThrow();
    expect(readStored("pult.locale")).toBeNull();
  });

  it("the language is still the browser's first supported one", () => {
    storageThat({ getItem: denied, setItem: denied });
    vi.stubGlobal("navigator", { languages: ["de-DE", "ru-RU", "en"] });
    expect(() => rememberLocale("en")).not.toThrow();
    expect(initialLocale()).toBe("ru");
  });

  it("the same holds without any storage object", () => {
    vi.stubGlobal("localStorage", undefined);
    expect(readStored("pult.compact")).toBeNull();
    expect(() => writeStored("pult.compact", "yes")).not.toThrow();
  });
});
