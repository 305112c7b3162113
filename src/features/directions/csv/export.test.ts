import fc from "fast-check";
import { expect, it } from "vitest";
import type { Country } from "#domain/directions/model.ts";
import { readFileSync } from "node:fs";
import { openCsv } from "./export.ts";
import { findNamedCountries } from "./lines.ts";
import { parseCsv } from "#lib/readCsv.ts";

function readHeader(locale: string) {
  const file = new URL(`locales/${locale}.json`, import.meta.url);
  const messages = JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
  const message = (key: string) => messages[`import.csv.${key}`] ?? "";
  return {
    code: message("code"),
    name: message("name"),
    english: message("english"),
    id: message("id"),
  };
}

const country = (id: string, code: string, name: string, open: boolean): Country => ({
  id,
  directionId: Number(id) || undefined,
  code,
  name,
  englishName: `English ${name}`,
  open,
  openAs: undefined,
});

it("writes what is open, by code", () => {
  const countries = [
    country("3", "36", "Венгрия", true),
    country("4", "43", "Австрия", false),
    country("code-7", "7", '=1+1;"Россия"', true),
  ];
  const header = readHeader("ru");
  expect(openCsv(countries, { header, separator: ";" })).toBe(
    "\uFEFFКод;Название;Название (англ.);ИД\r\n" +
      '7;"\'=1+1;""Россия""";"English =1+1;""Россия""";\r\n' +
      "36;Венгрия;English Венгрия;3\r\n",
  );
});

it("is imported as the same countries, in either language", () => {
  const offices = fc
    .uniqueArray(fc.record({ code: fc.integer({ min: 1, max: 12 }), name: fc.string() }), {
      selector: ({ name }) => name.trim(),
      maxLength: 12,
    })
    .map((all) =>
      // The number makes the name unique in its letters and digits.
      all.map(({ code, name }, index) =>
        country(String(index + 1), String(code), `Страна ${index} ${name}`, code % 2 === 0),
      ),
    );
  fc.assert(
    fc.property(offices, fc.constantFrom("en", "ru"), (countries, locale) => {
      const header = readHeader(locale);
      const csv = openCsv(countries, { header, separator: locale === "ru" ? ";" : "," });
      const { named, unknown, repeated } = findNamedCountries(parseCsv(csv).rows, countries);
      expect({ unknown, repeated }).toEqual({ unknown: [], repeated: [] });
      expect(new Set(named)).toEqual(new Set(countries.filter(({ open }) => open)));
    }),
  );
});
