import { getCountries, getExampleNumber } from "libphonenumber-js";
import examples from "libphonenumber-js/mobile/examples";
import { describe, expect, it } from "vitest";
import { formatForeign, findCountry, readPhone } from "./phoneLibrary.ts";

/** One possible mobile number of every country, as digits. */
const numbers = getCountries().flatMap((country) => {
  const example = getExampleNumber(country, examples);
  return example === undefined ? [] : [{ country, digits: example.number.slice(1) }];
});

it.each(numbers)("parses its own format for $country ($digits)", ({ digits }) => {
  expect(readPhone(formatForeign(digits))).toEqual({ ok: true, digits });
});

describe("formatting a phone number", () => {
  it("groups digits as the country does, with no-break spaces", () => {
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
    ["79993332210", "7", "RU"],
    ["77273000000", "7", "KZ"],
    ["18765550123", "1", "JM"],
    ["12025550123", "1", "US"],
    ["84", "84", "VN"],
    ["84951234567", "84", "VN"],
    ["1", "1", undefined],
    ["881612345678", "881", undefined],
    ["8", undefined, undefined],
    ["", undefined, undefined],
  ])("of %j has the code %s and the region %s", (digits, code, region) => {
    const country = findCountry(digits);
    expect(country?.code).toBe(code);
    expect(country?.region).toBe(region);
  });
});
