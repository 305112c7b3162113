import fc from "fast-check";
import { expect, it } from "vitest";
import { longestCode } from "./longestCode.ts";

// Few digits, so that codes share beginnings.
const digits = fc.stringMatching(/^[127]{0,8}$/);
const codes = fc.array(fc.stringMatching(/^[127]{1,4}$/), { maxLength: 12 });

it.each([
  ["18765550123", ["1", "1876", "7"], "1876"],
  ["12025550123", ["1", "1876", "7"], "1"],
  ["37410324040", ["3", "37", "374", "375"], "374"],
  ["5", ["53"], undefined],
  ["", ["7"], undefined],
  ["79993332210", [], undefined],
  ["79993332210", [""], undefined],
])("the longest code of %s is found", (number, all, code) => {
  expect(longestCode(number, all)).toBe(code);
});

it("the longest code is a code that the number begins with, and no longer one is", () => {
  fc.assert(
    fc.property(digits, codes, (number, all) => {
      const fitting = all.filter((each) => number.startsWith(each));
      const longest = fitting.toSorted((one, other) => other.length - one.length)[0];
      expect(longestCode(number, all)).toBe(longest);
    }),
  );
});

it("the longest code does not depend on the order of the codes", () => {
  fc.assert(
    fc.property(digits, codes, (number, all) => {
      expect(longestCode(number, all.toReversed())).toBe(longestCode(number, all));
      expect(longestCode(number, new Set(all))).toBe(longestCode(number, all));
    }),
  );
});
