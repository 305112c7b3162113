import fc from "fast-check";
import { expect, it } from "vitest";
import { joinCountries } from "#domain/directions/model.ts";
import { findNamedCountries } from "./lines.ts";
import { parseCsv } from "#lib/readCsv.ts";

const countries = joinCountries(
  [
    { id: "1", code: "7", name: "Россия", english_name: "Russia" },
    { id: "2", code: "7", name: "Казахстан", english_name: "Kazakhstan" },
    { id: "3", code: "36", name: "Венгрия", english_name: "Hungary" },
    { id: "4", code: "1", name: "Ямайка", english_name: "Jamaica" },
    { id: "5", code: "1", name: "США", english_name: "USA" },
    { id: "6", code: "225", name: "Кот-д’Ивуар", english_name: "Côte d’Ivoire" },
    { id: "7", code: "672", name: "Австралийские внеш. террит-и", english_name: "" },
  ],
  {},
);
const read = (text: string) => findNamedCountries(parseCsv(text).rows, countries);
const namedIds = (text: string) => read(text).named.map(({ id }) => id);

it.each([
  ["a code alone, with all that share it", "7", ["1", "2"]],
  ["a plus, zeros, an apostrophe", "+36\n00225\n'+672", ["3", "6", "7"]],
  ["code and name: of those that share it only that one", "7;Казахстан", ["2"]],
  ["columns in any order", "Hungary,36", ["3"]],
  ["names in either language and case", "ВЕНГРИЯ\njamaica\nкот д ивуар", ["3", "4", "6"]],
  ["a name cut short by the provider", "австралийские внеш террит и", ["7"]],
  ["a code that the provider gives without its area", "1-876;Jamaica", ["4"]],
  ["a header", "Код;Название;Название (англ.);ID\n7;Россия;Russia;36", ["1"]],
  ["an English header", "English name,Dial code\nHungary,+36", ["3"]],
  ["a header of names", "Страна\nРоссия", ["1"]],
  ["other columns under a header", "№;Страна;Код\n36;Россия;7", ["1"]],
  ["ids after the code", "7;Россия;Russia;36", ["1"]],
  ["pasted lines", "Россия (+7)\n36 Венгрия\nUSA +1", ["1", "3", "5"]],
])("understands %s", (_, text, ids) => {
  expect(read(text).unknown).toEqual([]);
  expect(namedIds(text)).toEqual(ids);
});

it.each([
  ["999;Атлантида", "unknown"],
  ["Атлантида", "unknown"],
  ["999", "unknown"],
  ["12345678", "unknown"],
  ["36;Россия", "disagree"],
  ["7;Россия и соседи", "ambiguous"],
])("does not take %s for a country: %s", (text, problem) => {
  const { named, unknown } = read(`36;Венгрия\n\n${text}`);
  expect(named).toHaveLength(1);
  expect(unknown).toEqual([{ line: 3, text: text.replaceAll(";", " · "), problem }]);
});

it("prefers the code where the name is a longer one", () => {
  expect(namedIds("36;Венгерская Республика")).toEqual(["3"]);
});

it("reports lines that name nothing new, with the earlier line", () => {
  const { named, repeated } = read("7;Россия\n36\nRussia\n7");
  expect(named.map(({ id }) => id)).toEqual(["1", "3", "2"]);
  expect(repeated).toEqual([{ line: 3, text: "Russia", first: 1 }]);
});

it("takes each line for countries, for a repetition, or for unknown", () => {
  const piece = fc.constantFrom("7", "Россия", "36", "+1", ";", "\n", '"', " ", "x", "'", "код");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
      const { named, unknown, repeated } = read(pieces.join(""));
      expect(new Set(named).size).toBe(named.length);
      for (const { line } of [...unknown, ...repeated]) expect(line).toBeGreaterThan(0);
      for (const { line, first } of repeated) expect(first).toBeLessThan(line);
    }),
  );
});
