import { describe, expect, it } from "vitest";
import { resolveChoices } from "#ui/form/unresolved.ts";
import { matchesWords, isExactMatch } from "./matchChoice.ts";

const choice = { value: "4", label: "204 Ёлкина Зоя", note: "+7 495 000-00-15" };

describe("matchesWords", () => {
  it.each(["", " ", "204", "елкина", "зоя 20", "ЁЛКИНА  зоя", "495"])("«%s»", (typed) => {
    expect(matchesWords(choice, typed)).toBe(true);
  });

  it.each(["205", "ёлкин иван", "<script>"])("not «%s»", (typed) => {
    expect(matchesWords(choice, typed)).toBe(false);
  });
});

const office = [
  { value: "1", label: "204 Ёлкина Зоя", names: ["204", "Ёлкина Зоя"] },
  { value: "2", label: "1204 Склад", names: ["1204", "Склад"] },
  { value: "3", label: "205 Склад 2", names: ["205", "Склад 2"] },
  { value: "4", label: "Вечер", note: "номер +7 495 000-00-15", phone: "74950000015" },
];
const search = { choices: office, matches: matchesWords, isExact: isExactMatch };

describe("a typed text names exactly", () => {
  it.each([
    ["204", ["1"]],
    ["  204  елкина зоя", ["1"]],
    ["елкина", ["1"]],
    ["склад", ["2"]],
    ["скла", ["2", "3"]],
    ["8 (495) 000-00-15", ["4"]],
    ["4950000015", ["4"]],
    ["8 495 000-00-16", []],
    ["204 Иванова", []],
  ])("«%s»: %j", (typed, values) => {
    expect(resolveChoices(typed, search).map(({ value }) => value)).toEqual(values);
  });
});
