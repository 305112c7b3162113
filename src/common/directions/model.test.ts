import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { byCode, canTurn, countriesOf, namesOf } from "./model.ts";

const direction = (id: string, name: string, code: string) => ({
  id,
  name,
  english_name: `${name} (en)`,
  code,
});
const hungary = direction("16", "Венгрия", "36");
const russia = direction("10", "Россия", "7");
const kazakhstan = direction("11", "Казахстан", "7");
const allowed = (...directions: ReturnType<typeof direction>[]) =>
  Object.fromEntries(directions.map((one) => [one.code, one]));

describe("a country", () => {
  it("is open when its dial code is", () => {
    const [first, second] = countriesOf([hungary, russia], allowed(hungary));
    expect(first).toEqual({
      id: "16",
      code: "36",
      name: "Венгрия",
      englishName: "Венгрия (en)",
      open: true,
      openAs: undefined,
    });
    expect(second?.open).toBe(false);
  });

  it("is open by the code of another one, and says whose", () => {
    const [first, second] = countriesOf([russia, kazakhstan], allowed(kazakhstan));
    expect(first).toMatchObject({ open: true, openAs: "Казахстан" });
    expect(second).toMatchObject({ open: true, openAs: undefined });
  });

  it("has no state while it is not known what is open", () => {
    expect(countriesOf([hungary], undefined)[0]?.open).toBeUndefined();
  });

  it("is closed where nothing is open", () => {
    expect(countriesOf([hungary], {})[0]?.open).toBe(false);
  });

  it("that is open and no longer exists stays in the list, to be closed by its code", () => {
    const [, second] = countriesOf([hungary], allowed(direction("9", "Югославия", "38")));
    expect(second).toMatchObject({ id: "code-38", code: "38", name: "Югославия", open: true });
    expect(canTurn({ id: "code-38", code: "38" }, false)).toBe(true);
    expect(canTurn({ id: "code-38", code: "38" }, true)).toBe(false);
  });

  it("that comes twice stands once", () => {
    expect(countriesOf([hungary, hungary], {})).toHaveLength(1);
  });

  it("takes its code from the key where the provider names none, and only its digits", () => {
    expect(countriesOf([{ ...hungary, code: "+36" }], { 36: { ...hungary, code: "" } })).toEqual([
      expect.objectContaining({ code: "36", open: true }),
    ]);
  });

  it("without a usable code or id can't be turned", () => {
    expect(canTurn({ id: "1", code: "" }, false)).toBe(false);
    expect(canTurn({ id: "1", code: "12345678" }, false)).toBe(false);
    expect(canTurn({ id: "x1", code: "1" }, true)).toBe(false);
  });
});

describe("names", () => {
  it("are the person's first, and the other one beside it where it is another", () => {
    const country = { name: "Венгрия", englishName: "Hungary" };
    expect(namesOf(country, "ru")).toEqual({ own: "Венгрия", other: "Hungary" });
    expect(namesOf(country, "en")).toEqual({ own: "Hungary", other: "Венгрия" });
    expect(namesOf({ name: "Венгрия", englishName: "" }, "en").own).toBe("Венгрия");
    expect(namesOf({ name: "Inmarsat", englishName: "Inmarsat" }, "ru").other).toBe("");
  });
});

it("whatever comes: nothing is lost, and a code is open for all or for none", () => {
  const text = fc.oneof(fc.string(), fc.constantFrom("7", "+7", "", "1-242"));
  const some = fc.record({ id: text, name: text, english_name: text, code: text });
  fc.assert(
    fc.property(fc.array(some), fc.dictionary(text, some), (all, open) => {
      const countries = countriesOf(all, open);
      const ids = new Set(countries.map(({ id }) => id));
      expect(ids.size).toBe(countries.length);
      for (const { id } of all) expect(ids.has(id)).toBe(true);
      for (const group of byCode(countries).values()) {
        expect(new Set(group.map((country) => country.open)).size).toBe(1);
      }
    }),
  );
});
