import fc from "fast-check";
import { getCountries, getExampleNumber } from "libphonenumber-js";
import examples from "libphonenumber-js/mobile/examples";
import { describe, expect, it } from "vitest";
import { formatForeign, likelyRegion, readPhone } from "./phoneLibrary.ts";

/** One possible mobile number of every country, as digits. */
const numbers = getCountries().flatMap((country) => {
  const example = getExampleNumber(country, examples);
  return example === undefined ? [] : [{ country, digits: example.number.slice(1) }];
});

describe("reading a phone number", () => {
  it.each([
    ["8 (999) 333-22-10"],
    ["+7 999 333 22 10"],
    ["9993332210"],
    ["79993332210"],
    ["89993332210"],
    ["+7\u00a0999\u00a0333-22-10"],
    [" 8-999-333-22-10 "],
  ])("takes «%s» for a Russian one", (typed) => expect(readPhone(typed)).toBe("79993332210"));

  it.each(["", " ", "12", "+", "abc", "+7 999", "999 333", "1".repeat(40), "🍕"])(
    "refuses «%s»",
    (typed) => expect(readPhone(typed)).toBeUndefined(),
  );

  it.each(numbers)("knows the number of $country ($digits) by its plus", ({ digits }) => {
    expect(readPhone(`+${digits}`)).toBe(digits);
  });

  it.each(numbers)("reads what it has written for $country ($digits)", ({ digits }) => {
    expect(readPhone(formatForeign(digits))).toBe(digits);
  });

  it("reads a Russian number in any usual writing, and again what it made of it", () => {
    const local = fc.stringMatching(/^9\d{9}$/);
    const separator = fc.constantFrom("", " ", "-", "\u00a0");
    fc.assert(
      fc.property(local, fc.constantFrom("+7", "8", "7", ""), separator, (digits, prefix, gap) => {
        const parts = [digits.slice(0, 3), digits.slice(3, 6), digits.slice(6, 8), digits.slice(8)];
        const read = readPhone([prefix, ...parts].filter(Boolean).join(gap));
        expect(read).toBe(`7${digits}`);
        expect(readPhone(formatForeign(`7${digits}`))).toBe(read);
      }),
    );
  });

  it("never throws, and gives nothing but digits", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => {
        expect(readPhone(typed) ?? "0").toMatch(/^\d+$/);
      }),
    );
  });
});

describe("writing a phone number", () => {
  it("groups it as its country does, with spaces that do not break", () => {
    expect(formatForeign("37410324040")).toBe("+374\u00a010\u00a0324040");
    expect(formatForeign("12133734253")).toBe("+1\u00a0213\u00a0373\u00a04253");
  });

  it.each(["", "214", "anonymous", "sip:1@host", "1234567890123456"])(
    "leaves «%s» as it is",
    (text) => expect(formatForeign(text)).toBe(text),
  );
});

describe("the country of a number", () => {
  it.each([
    ["79993332210", "RU"],
    ["77273000000", "KZ"],
    ["18765550123", "JM"],
    ["12025550123", "US"],
    ["881612345678", undefined],
    ["7", undefined],
    ["", undefined],
  ])("of %s is %s", (digits, region) => expect(likelyRegion(digits)).toBe(region));
});
