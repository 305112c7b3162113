import { expect, it } from "vitest";
import { joinCountries } from "#domain/directions/model.ts";
import { matchDirection } from "./matchDirection.ts";

const all = [
  { id: "1", code: "7", name: "Россия", english_name: "Russia" },
  { id: "2", code: "7", name: "Казахстан", english_name: "Kazakhstan" },
  { id: "3", code: "36", name: "Венгрия", english_name: "Hungary" },
  { id: "4", code: "1", name: "США", english_name: "USA" },
  { id: "5", code: "53", name: "Куба", english_name: "Cuba" },
  { id: "7", code: "1-242", name: "Багамы", english_name: "Bahamas" },
  { id: "6", code: "", name: "Без кода", english_name: "" },
];
const countries = joinCountries(all, {
  "36": { code: "36", name: "Венгрия", english_name: "Hungary" },
});

it.each([
  ["3612345678", "36", ["Венгрия"], true, undefined],
  ["79993332210", "7", ["Россия", "Казахстан"], false, undefined],
  ["5351234567", "53", ["Куба"], false, "revenueShare"],
  ["18765550123", "1", ["США"], false, "oneRing"],
  ["12425550123", "1242", ["Багамы"], false, undefined],
  ["12025550123", "1", ["США"], false, undefined],
])("%s falls under +%s", (digits, code, names, open, risk) => {
  const match = matchDirection(digits, countries);
  expect(match).toMatchObject({ kind: "found", code, open });
  expect(match.kind === "found" && match.sharing.map(({ name }) => name)).toEqual(names);
  expect(match.kind === "found" ? match.risk?.kind : "none").toBe(risk);
});

it("makes no claim about what is unknown", () => {
  expect(matchDirection("3612345678", joinCountries(all, undefined))).toMatchObject({
    open: undefined,
  });
});

it("reports whether more digits may help", () => {
  expect(matchDirection("3", countries)).toEqual({ kind: "none", more: true });
  expect(matchDirection("999", countries)).toEqual({ kind: "none", more: false });
  expect(matchDirection("999", [])).toEqual({ kind: "none", more: false });
});
