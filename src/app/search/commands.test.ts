import { describe, expect, it } from "vitest";
import type { Text } from "#i18n/texts.ts";
import { readCommand, searchWithCommands } from "./commands.ts";
import { toCountryEntry } from "./entries.ts";

const COUNTRIES = [
  {
    id: "1",
    directionId: 1,
    code: "53",
    name: "Куба",
    englishName: "Cuba",
    open: true,
    openAs: undefined,
  },
  {
    id: "2",
    directionId: 2,
    code: "43",
    name: "Австрия",
    englishName: "Austria",
    open: false,
    openAs: undefined,
  },
].map((one) => toCountryEntry(one, "ru"));
const t: Text = (key, values) => [key, ...Object.values(values ?? {})].join(" ");

const actions = (typed: string, mayChange = true) =>
  searchWithCommands(typed, COUNTRIES, t, mayChange)
    .groups.filter(({ group }) => group === "actions")
    .flatMap(({ entries }) => entries);

describe("a command", () => {
  it.each([
    ["close +53", { open: false, rest: "+53" }],
    ["Закрыть +53", { open: false, rest: "+53" }],
    ["закр куба", { open: false, rest: "куба" }],
    ["откройте", undefined],
    ["открыть  Южная Корея ", { open: true, rest: "Южная Корея" }],
    ["pfrhsnm re,f", { open: false, rest: "куба" }],
    ["сдщыу +53", { open: false, rest: "+53" }],
    ["зак куба", undefined],
    ["clo 53", undefined],
    ["open", undefined],
    ["opening hours", undefined],
  ])("is read in «%s»", (typed, command) => expect(readCommand(typed)).toEqual(command));

  it("leads to the list with all of that dial code, where it is done", () => {
    expect(actions("close +53")).toMatchObject([
      {
        title: "search.close Куба +53",
        to: { pathname: "/directions", search: `?${new URLSearchParams({ q: "+53" })}` },
      },
    ]);
    expect(actions("открыть австр")).toMatchObject([{ title: "search.open Австрия +43" }]);
  });

  it("that would change nothing is not offered, and its country is shown", () => {
    expect(actions("open cuba")).toEqual([]);
    expect(searchWithCommands("open cuba", COUNTRIES, t, true).groups).toMatchObject([
      { group: "countries", entries: [{ title: "Куба" }] },
    ]);
  });

  it("is not offered to somebody who may change nothing, who sees the country", () => {
    expect(actions("close +53", false)).toEqual([]);
    const { groups } = searchWithCommands("close +53", COUNTRIES, t, false);
    expect(groups).toMatchObject([{ group: "countries", entries: [{ title: "Куба" }] }]);
  });
});

it("a whole number can be tested, as it was typed", () => {
  const to = `/directions/test?${new URLSearchParams({ number: "8 (10) 53 512-34-56" })}`;
  expect(actions(" 8 (10) 53 512-34-56", false)).toMatchObject([{ to }]);
  expect(actions("+53 51", false)).toEqual([]);
});
