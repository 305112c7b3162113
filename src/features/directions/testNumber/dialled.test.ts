import fc from "fast-check";
import { expect, it } from "vitest";
import { readDialled } from "./dialled.ts";

it.each([
  ["+7 999 333-22-10", "79993332210", "international"],
  ["+374 10 324040", "37410324040", "international"],
  ["00374 10 324040", "37410324040", "international"],
  ["8 10 374 10 324040", "37410324040", "international"],
  ["810", undefined, undefined],
  ["00", undefined, undefined],
  ["8 (999) 333-22-10", "79993332210", "russian"],
  ["8 495", "7495", "russian"],
  ["8 800 200-00-00", "78002000000", "russian"],
  ["8 727 300-00-00", "77273000000", "russian"],
  ["9993332210", "79993332210", "russian"],
  ["79993332210", "79993332210", "international"],
  ["86 10 6552 9988", "861065529988", "international"],
  ["8801712345678", "8801712345678", "international"],
  ["870 773 999 999", "870773999999", "international"],
  ["374", "374", "short"],
  ["112", "112", "short"],
  ["123-45-67", "1234567", "short"],
  ["+112", "112", "international"],
  ["tel:+37410324040", "37410324040", "international"],
  ["+7 (495) 123-45-67 доб. 12", "74951234567", "international"],
  ["+74951234567,,12", "74951234567", "international"],
  ["+7\u00a0495\u00a0123", "7495123", "international"],
  ["", undefined, undefined],
  ["+", undefined, undefined],
  ["Россия", undefined, undefined],
  ["<script>alert(1)</script>", undefined, undefined],
  ["+1234567890123456789", undefined, undefined],
])("takes %j for %s", (typed, digits, reading) => {
  const read = readDialled(typed);
  expect(read?.digits).toBe(digits);
  expect(read?.reading).toBe(reading);
});

it("reads an international number alike with every prefix", () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[1-9]\d{4,14}$/), (digits) => {
      for (const prefix of ["+", "00", "810", "8 10 ", "tel:+", " + "]) {
        expect(readDialled(prefix + digits)?.digits).toBe(digits);
      }
    }),
  );
});

it("gives digits or nothing, whatever is typed", () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      expect(readDialled(typed)?.digits ?? "1").toMatch(/^\d{1,18}$/);
    }),
  );
});
