import { describe, expect, it } from "vitest";
import { parseCsv } from "#lib/readCsv.ts";
import { readAccountList, readWhole, restoreExponent } from "./columns.ts";

const read = (text: string) => readAccountList(parseCsv(text).rows);
const valuesOf = (text: string) => read(text).rows.map(({ values }) => values);

describe("columns", () => {
  it.each([
    [
      "Russian",
      "ИД;Добавочный;Имя;Описание;АОН;Мобильный",
      ["id", "extension", "name", "role", "callerId", "phone"],
    ],
    [
      "English",
      "ID,Extension,Name,Description,Caller ID,Mobile",
      ["id", "extension", "name", "role", "callerId", "phone"],
    ],
    ["other words", "внутренний номер;ФИО;отдел", ["extension", "name", "role"]],
    [
      "ringing times",
      "Имя;SIP-телефон звонит, с;Мобильный звонит, с",
      ["name", "sipTimeout", "phoneTimeout"],
    ],
  ])("are known by titles: %s", (_, header, columns) => {
    const reading = read(`${header}\n1;2;3\n`);
    expect(reading.columns).toEqual(columns);
    expect(reading.unknown).toEqual([]);
    expect(reading.rows.map(({ line }) => line)).toEqual([2]);
  });

  it("with an unknown title are named, and their cells not used", () => {
    const reading = read("Имя;Табельный №;Добавочный\nАнна;17;214\n");
    expect(reading.unknown).toEqual(["Табельный №"]);
    expect(reading.rows[0]?.values).toEqual({ name: "Анна", extension: "214" });
  });

  it("without titles are known by what stands in them, in any order", () => {
    const reading = read("Анна;214;+7 999 333-22-10;Склад\nБорис;215;;\n");
    expect(reading.header).toBeUndefined();
    expect(reading.rows.map(({ values }) => values)).toEqual([
      { name: "Анна", extension: "214", phone: "+7 999 333-22-10", role: "Склад" },
      { name: "Борис", extension: "215" },
    ]);
  });

  it("of surname and first name make one name, in the file's order", () => {
    expect(valuesOf("Фамилия;Имя;Отчество\nПетрова;Анна;\nЛи;;\n")).toEqual([
      { name: "Петрова Анна" },
      { name: "Ли" },
    ]);
  });
});

describe("a list of one column", () => {
  it.each([
    ["214 Иванов", { extension: "214", name: "Иванов" }],
    ["214 – Иванов Пётр", { extension: "214", name: "Иванов Пётр" }],
    ["Иванов (214)", { extension: "214", name: "Иванов" }],
    ["Иванов", { name: "Иванов" }],
  ])("holds a name and an extension: %s", (line, values) => {
    expect(valuesOf(`${line}\n`)).toEqual([values]);
  });
});

it.each([
  ["214", 214],
  [" 214 ", 214],
  ["214,0", 214],
  ["214.00", 214],
  ["1 000", 1000],
  ["214,5", undefined],
  ["-214", undefined],
  ["2e2", undefined],
  ["", undefined],
])("%j as a whole number is %s", (text, number) => {
  expect(readWhole(text)).toBe(number);
});

it.each([
  ["7,9991234567E+10", "+79991234567"],
  ["7.9991234567e10", "+79991234567"],
  ["+7,9991234567E+10", "+79991234567"],
  // Digits were rounded away.
  ["7,9E+10", undefined],
  ["8E+10", undefined],
  ["7,999123456E+10", undefined],
  // No whole number.
  ["7,99912345678E+10", undefined],
  ["+7 999 123-45-67", "+7 999 123-45-67"],
])("%j from a spreadsheet is %s", (text, restored) => {
  expect(restoreExponent(text)).toBe(restored);
});
