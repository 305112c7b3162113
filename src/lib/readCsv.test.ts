import fc from "fast-check";
import { expect, it } from "vitest";
import { csvText } from "./csv.ts";
import { parseCsv } from "./readCsv.ts";

const parseCells = (text: string) => parseCsv(text).rows.map(({ cells }) => cells);

it.each([
  [
    "commas",
    "code,name\r\n7,Russia\r\n",
    [
      ["code", "name"],
      ["7", "Russia"],
    ],
  ],
  [
    "semicolons, no last line end",
    "7;Россия\n36;Венгрия",
    [
      ["7", "Россия"],
      ["36", "Венгрия"],
    ],
  ],
  [
    "tabs",
    "7\tРоссия\r36\tВенгрия\r",
    [
      ["7", "Россия"],
      ["36", "Венгрия"],
    ],
  ],
  ["Excel's sep line", "sep=,\r\n7,a;b", [["7", "a;b"]]],
  ["a title over the rows", "Страны\n7;Россия", [["Страны"], ["7", "Россия"]]],
  ["one column", "7\n36\n", [["7"], ["36"]]],
  [
    "empty cells and rows",
    ";7;\n\n;;\n;36;",
    [
      ["", "7", ""],
      ["", "36", ""],
    ],
  ],
  ["quotes", '"a ""b""; c";d', [['a "b"; c', "d"]]],
  [
    "several kinds of line ends",
    "7;a\r\n36;b\n43;c\r\n",
    [
      ["7", "a"],
      ["36", "b"],
      ["43", "c"],
    ],
  ],
  ["a quotation mark amid text", '6" pipe;c', [['6" pipe', "c"]]],
  ["guarded formulas", "'+7;'=1+1;'tis", [["+7", "=1+1", "'tis"]]],
  ["a byte order mark", "\uFEFF7;Россия", [["7", "Россия"]]],
  ["nothing", "", []],
])("reads %s", (_, text, rows) => {
  expect(parseCells(text)).toEqual(rows);
});

it("counts lines as an editor does, within quotes too", () => {
  const { rows } = parseCsv('a;b\r\n\r\n"x\r\ny";c\r\nd;e');
  expect(rows.map(({ line }) => line)).toEqual([1, 3, 5]);
});

it("reports where an unclosed quotation opens", () => {
  expect(parseCsv('7;Россия\n"36;Венгрия\n43;Австрия')).toEqual({
    rows: [{ line: 1, cells: ["7", "Россия"] }],
    unclosed: 2,
  });
  expect(parseCsv('"a"b;c')).toEqual({ rows: [], unclosed: 1 });
});

const cell = fc.oneof(
  fc.string(),
  fc.string({ unit: "binary", maxLength: 5 }),
  fc.string({ unit: fc.constantFrom(...Array.from("'\"=+-@;,\t\r\n a7")) }),
);

it("reads back what the app writes: quotes, line ends, formulas, any content", () => {
  const table = fc
    .integer({ min: 2, max: 4 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }),
    );
  fc.assert(
    fc.property(table, fc.constantFrom(",", ";"), (rows, separator) => {
      const written = rows.filter((row) => row.some((each) => each.trim() !== ""));
      expect(parseCells(csvText(rows, separator))).toEqual(written);
    }),
  );
});

it("never fails on any text", () => {
  fc.assert(
    fc.property(cell, (text) => {
      const { rows } = parseCsv(text);
      expect(rows.every(({ line, cells }) => line > 0 && cells.length > 0)).toBe(true);
    }),
  );
});
