import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  groupByCode,
  compareByName,
  canToggle,
  joinCountries,
  listNames,
  localizeNames,
} from "./model.ts";

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
    const [first, second] = joinCountries([hungary, russia], allowed(hungary));
    expect(first).toEqual({
      id: "16",
      directionId: 16,
      code: "36",
      name: "Венгрия",
      englishName: "Венгрия (en)",
      open: true,
      openAs: undefined,
    });
    expect(second?.open).toBe(false);
  });

  it("is open by the code of another country, whose name it keeps", () => {
    const [first, second] = joinCountries([russia, kazakhstan], allowed(kazakhstan));
    expect(first).toMatchObject({ open: true, openAs: "Казахстан" });
    expect(second).toMatchObject({ open: true, openAs: undefined });
  });

  it("has no state while it is unknown what is open", () => {
    expect(joinCountries([hungary], undefined)[0]?.open).toBeUndefined();
  });

  it("has no state where the allowed list is incomplete, unless it is listed there", () => {
    const [first, second] = joinCountries([hungary, russia], allowed(hungary), [""]);
    expect(first?.open).toBe(true);
    expect(second?.open).toBeUndefined();
  });

  it("has no state where the entry of its own code can't be read", () => {
    for (const [unread, open] of [
      ["36", undefined],
      ["7", false],
      ["999", false],
    ] as const) {
      expect(joinCountries([hungary, russia], {}, [unread])[0]?.open).toBe(open);
    }
  });

  it("is closed where nothing is open", () => {
    expect(joinCountries([hungary], {})[0]?.open).toBe(false);
  });

  it("that is open but no longer exists stays in the list, to be closed by its code", () => {
    const [, second] = joinCountries([hungary], allowed(direction("9", "Югославия", "38")));
    expect(second).toMatchObject({ id: "code-38", code: "38", name: "Югославия", open: true });
    expect(second && [canToggle(second, false), canToggle(second, true)]).toEqual([true, false]);
  });

  it("that is returned twice is listed once", () => {
    expect(joinCountries([hungary, hungary], {})).toHaveLength(1);
  });

  it("takes its code from the key where the entry has none, digits only", () => {
    expect(joinCountries([{ ...hungary, code: "+36" }], { 36: { ...hungary, code: "" } })).toEqual([
      expect.objectContaining({ code: "36", open: true }),
    ]);
  });

  it("has a code of digits only, whatever the provider's notation", () => {
    const bahamas = direction("5", "Багамы", "1-242");
    const [read] = joinCountries([bahamas], { "1-242": bahamas });
    expect(read).toMatchObject({ code: "1242", open: true });
    expect(read && canToggle(read, false)).toBe(true);
  });

  it.each([
    ["1", "", true, false],
    ["1", "12345678", true, false],
    ["x1", "1", false, true],
    ["0", "1", false, true],
  ])("with id %j and code %j can be opened: %s, closed: %s", (id, code, opens, closes) => {
    const [one] = joinCountries([direction(id, "Где-то", code)], {});
    expect(one && [canToggle(one, true), canToggle(one, false)]).toEqual([opens, closes]);
  });

  it("without a code is independent of others without one", () => {
    const [sea, space] = [direction("3", "Море", ""), direction("4", "Космос", "")];
    const countries = joinCountries([sea, space], { "": space });
    expect(countries.map(({ open, openAs }) => [open, openAs])).toEqual([
      [false, undefined],
      [true, undefined],
    ]);
    expect([...groupByCode(countries).values()].map((group) => group.length)).toEqual([1, 1]);
  });
});

describe("localizeNames", () => {
  it("gives the name in the user's language, and the other one where it differs", () => {
    const country = { name: "Венгрия", englishName: "Hungary" };
    expect(localizeNames(country, "ru")).toEqual({ own: "Венгрия", other: "Hungary" });
    expect(localizeNames(country, "en")).toEqual({ own: "Hungary", other: "Венгрия" });
    expect(localizeNames({ name: "Венгрия", englishName: "" }, "en").own).toBe("Венгрия");
    expect(localizeNames({ name: "Inmarsat", englishName: "Inmarsat" }, "ru").other).toBe("");
  });
});

describe("names of several countries", () => {
  const countries = joinCountries([russia, hungary, direction("9", "«Инмарсат»", "870")], {});
  it("are joined as in a sentence", () => {
    expect(listNames(countries, "ru")).toBe("Россия, Венгрия и «Инмарсат»");
    expect(listNames(countries.slice(0, 2), "en")).toBe("Россия (en) and Венгрия (en)");
    expect(listNames([], "en")).toBe("");
  });

  it("are sorted by letters, not by quotes", () => {
    expect(countries.toSorted(compareByName("ru")).map(({ name }) => name)).toEqual([
      "Венгрия",
      "«Инмарсат»",
      "Россия",
    ]);
  });
});

it("joinCountries loses no country, and a code is open for all its countries or for none", () => {
  const text = fc.oneof(fc.string(), fc.constantFrom("7", "+7", "", "1-242"));
  const some = fc.record({ id: text, name: text, english_name: text, code: text });
  fc.assert(
    fc.property(fc.array(some), fc.dictionary(text, some), (all, open) => {
      const countries = joinCountries(all, open);
      const ids = new Set(countries.map(({ id }) => id));
      expect(ids.size).toBe(countries.length);
      for (const { id } of all) expect(ids.has(id)).toBe(true);
      for (const group of groupByCode(countries).values()) {
        expect(new Set(group.map((country) => country.open)).size).toBe(1);
      }
    }),
  );
});
