import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupByCode, type Country } from "#domain/directions/model.ts";
import { directionsView, groupLines, isRisky, toRows } from "./view.ts";

const country = (code: string, name: string, englishName: string, open = false): Country => ({
  id: `${code} ${name}`,
  directionId: 1,
  code,
  name,
  englishName,
  open,
  openAs: undefined,
});
const COUNTRIES = [
  country("7", "Россия", "Russia", true),
  country("7", "Казахстан", "Kazakhstan", true),
  country("53", "Куба", "Cuba", true),
  country("374", "Армения", "Armenia"),
  country("34", "Испания", "Spain"),
  country("20", "Египет", "Egypt"),
  country("1", "Ёжландия", "Hedgeland"),
  country("870", "«Инмарсат»", "Inmarsat"),
  country("", "(5)", ""),
];
const sharing = groupByCode(COUNTRIES);
const rows = toRows(COUNTRIES, sharing, "ru");
const view = (search: string) => directionsView.read(new URLSearchParams(search));
const named = (search: string) => directionsView.apply(rows, view(search)).map(({ own }) => own);

describe("the rows", () => {
  it("are sorted by name in the user's language and hold who shares their code", () => {
    expect(rows.map(({ own }) => own)).toEqual([
      "(5)",
      "Армения",
      "Египет",
      "Ёжландия",
      "«Инмарсат»",
      "Испания",
      "Казахстан",
      "Куба",
      "Россия",
    ]);
    expect(rows.at(-1)).toMatchObject({ other: "Russia", sameCode: [{ name: "Казахстан" }] });
    expect(toRows(COUNTRIES, sharing, "en")[1]).toMatchObject({ own: "Armenia", other: "Армения" });
  });

  it("hold a risk, also for those that only share the code of a risky country", () => {
    expect(rows.find(({ own }) => own === "Куба")?.risk).toBeDefined();
    const jamaica = country("1", "Ямайка", "Jamaica");
    const usa = country("1", "США", "USA");
    expect(isRisky(usa, groupByCode([usa]))).toBe(false);
    expect(isRisky(usa, groupByCode([usa, jamaica]))).toBe(true);
  });
});

describe("the search", () => {
  it.each([
    ["q=рос", ["Россия"]],
    ["q=RUSS", ["Россия"]],
    ["q=ежл", ["Ёжландия"]],
    ["q=%2B7", ["Казахстан", "Россия"]],
    ["q=7", ["Казахстан", "Россия"]],
    ["q=007", ["Казахстан", "Россия"]],
    ["q=37", ["Армения"]],
    ["q=%2B7 495 000-00-15", ["Казахстан", "Россия"]],
    ["q=5", ["(5)", "Куба"]],
    ["q=нет такой", []],
    ["q=+", rows.map(({ own }) => own)],
    ["q=00", rows.map(({ own }) => own)],
  ])("%s finds %j", (search, names) => {
    expect(named(search)).toEqual(names);
  });
});

describe("a filter", () => {
  it("shows what matches, and the counts agree", () => {
    expect(named("show=open")).toEqual(["Казахстан", "Куба", "Россия"]);
    expect(named("show=closed")).toHaveLength(6);
    expect(named("show=risky")).toEqual(["«Инмарсат»", "Куба"]);
    expect(named("show=risky-open")).toEqual(["Куба"]);
    const cuba = directionsView.count(rows, view("q=куба"));
    expect(cuba).toMatchObject({ all: 1, show: { open: 1, closed: 0, risky: 1 } });
    expect(directionsView.count(rows)).toEqual({
      all: 9,
      show: { open: 3, closed: 6, risky: 2, "risky-open": 1 },
    });
  });

  it("finds nothing open or closed while that is unknown", () => {
    const unknown = toRows(
      [{ ...country("7", "Россия", "Russia"), open: undefined }],
      new Map(),
      "ru",
    );
    expect(directionsView.count(unknown).show).toMatchObject({ open: 0, closed: 0 });
  });
});

const linesBy = (by: "letter" | "zone") =>
  groupLines(directionsView.apply(rows, view(`by=${by}`)), by);
const groups = (by: "letter" | "zone") =>
  linesBy(by).flatMap((line) => (line.kind === "group" ? [[line.group, line.count]] : []));

describe("groups", () => {
  it("are by letter: «Ё» with «Е», names without a letter in a group of their own", () => {
    expect(groups("letter")).toEqual([
      ["#", 1],
      ["А", 1],
      ["Е", 2],
      ["И", 2],
      ["К", 2],
      ["Р", 1],
    ]);
  });

  it("are by the zone of the dial code, and sorted by code", () => {
    expect(groups("zone")).toEqual([
      ["1", 1],
      ["2", 1],
      ["3", 2],
      ["5", 1],
      ["7", 2],
      ["8", 1],
      ["#", 1],
    ]);
    const third = linesBy("zone").flatMap((line) =>
      line.kind === "row" && line.row.country.code.startsWith("3") ? [line.row.country.code] : [],
    );
    expect(third).toEqual(["34", "374"]);
  });

  it("hold every row once, each below its group, with a unique id", () => {
    const some = fc.record({
      id: fc.uuid(),
      code: fc.stringMatching(/^\d{0,4}$/),
      name: fc.string(),
      englishName: fc.string(),
    });
    fc.assert(
      fc.property(fc.array(some), fc.constantFrom("letter", "zone"), (all, by) => {
        const countries = all.map((one) => ({
          ...one,
          directionId: 1,
          open: true,
          openAs: undefined,
        }));
        const lines = groupLines(toRows(countries, groupByCode(countries), "en"), by);
        expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
        expect(lines.filter(({ kind }) => kind === "row")).toHaveLength(countries.length);
        expect(lines[0]?.kind ?? "group").toBe("group");
      }),
    );
  });
});

it("the address holds search, filter and grouping", () => {
  expect(view("q=a&show=risky-open&by=zone")).toEqual({
    q: "a",
    show: "risky-open",
    sort: { by: "zone", descending: false },
  });
  const changed = directionsView.write(new URLSearchParams("by=zone&x=1"), {
    show: "open",
    sort: { by: "letter", descending: false },
  });
  expect(changed.toString()).toBe("x=1&show=open");
});
