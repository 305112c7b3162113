import { expect, it } from "vitest";
import { joinCountries } from "#domain/directions/model.ts";
import { MAX_FILE_BYTES } from "#lib/decodeFile.ts";
import { MAX_LINES, readFileSource } from "#common/source/source.ts";
import { parseSource } from "./source.ts";

const countries = joinCountries(
  [{ id: "3", code: "36", name: "Венгрия", english_name: "Hungary" }],
  {},
);
const file = (...parts: BlobPart[]) => new File(parts, "countries.csv");

it("reads the text of a file", async () => {
  const source = await readFileSource(file("36;Венгрия"));
  expect(parseSource(source, countries)).toMatchObject({ lines: { named: [{ id: "3" }] } });
});

it("does not read a file that is too large, and reports when reading fails", async () => {
  const big = file(new Uint8Array(5 * MAX_FILE_BYTES));
  expect(await readFileSource(big)).toEqual({ problem: { kind: "large" } });
  const gone = Object.assign(file("36"), { arrayBuffer: () => Promise.reject(new Error("gone")) });
  expect(await readFileSource(gone)).toEqual({ problem: { kind: "unreadable" } });
  expect(await readFileSource(file())).toEqual({ problem: { kind: "empty" } });
});

it.each([
  ["36;Венгрия\n".repeat(MAX_LINES + 1), { kind: "lines" }],
  ["x".repeat(MAX_FILE_BYTES + 1), { kind: "large" }],
  ['36\n"Венгрия', { kind: "quote", line: 2 }],
  ["Код;Страна", { kind: "none" }],
  [" \n", { kind: "none" }],
])("reports what is wrong with %.20j", (text, problem) => {
  expect(parseSource({ text }, countries)).toEqual({ problem });
});

it("reads a long line of nonsense quickly", () => {
  const text = `a ${"- ".repeat(100_000)}1x`;
  const reading = parseSource({ text }, countries);
  expect(reading).toMatchObject({ lines: { unknown: [{ line: 1, problem: "unknown" }] } });
});
