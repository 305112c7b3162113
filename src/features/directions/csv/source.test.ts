import { expect, it } from "vitest";
import { joinCountries } from "#common/directions/model.ts";
import { LARGEST_FILE } from "./decode.ts";
import { MOST_LINES, readingOf, sourceOf } from "./source.ts";

const countries = joinCountries(
  [{ id: "3", code: "36", name: "Венгрия", english_name: "Hungary" }],
  {},
);
const file = (...parts: BlobPart[]) => new File(parts, "countries.csv");

it("reads the text of a file", async () => {
  const source = await sourceOf(file("36;Венгрия"));
  expect(readingOf(source, countries)).toMatchObject({ lines: { named: [{ id: "3" }] } });
});

it("looks no further into what is too large, and says when reading fails", async () => {
  const big = file(new Uint8Array(5 * LARGEST_FILE));
  expect(await sourceOf(big)).toEqual({ problem: { kind: "large" } });
  const gone = Object.assign(file("36"), { arrayBuffer: () => Promise.reject(new Error("gone")) });
  expect(await sourceOf(gone)).toEqual({ problem: { kind: "unreadable" } });
  expect(await sourceOf(file())).toEqual({ problem: { kind: "empty" } });
});

it.each([
  ["36;Венгрия\n".repeat(MOST_LINES + 1), { kind: "lines" }],
  ["x".repeat(LARGEST_FILE + 1), { kind: "large" }],
  ['36\n"Венгрия', { kind: "quote", line: 2 }],
  ["Код;Страна", { kind: "none" }],
  [" \n", { kind: "none" }],
])("says what is wrong with %.20j", (text, problem) => {
  expect(readingOf({ text }, countries)).toEqual({ problem });
});

it("reads a long line of nonsense in no time", () => {
  const text = `a ${"- ".repeat(100_000)}1x`;
  const reading = readingOf({ text }, countries);
  expect(reading).toMatchObject({ lines: { unknown: [{ line: 1, problem: "unknown" }] } });
});
