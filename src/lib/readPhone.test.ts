import fc from "fast-check";
import { getCountries, getExampleNumber } from "libphonenumber-js";
import examples from "libphonenumber-js/mobile/examples";
import { describe, expect, it } from "vitest";
import { normalizeCharacters } from "./phoneCharacters.ts";
import { readPhone } from "./phoneLibrary.ts";

/** Digits of the number that is read, or the kind of the rejection. */
function read(typed: string): string {
  const reading = readPhone(typed);
  return reading.ok ? reading.digits : reading.problem.kind;
}

const MOBILE = "79993332210";
const MOSCOW = "74951234567";
const ARMENIA = "37410324040";
const NORWAY = "4790012345";

/** What people of a Russian office type and paste, with its one correct reading. */
const TYPED: readonly (readonly [typed: string, reading: string])[] = [
  // Mobile numbers, in the ways in which they are written.
  ["+79993332210", MOBILE],
  ["+7 999 333 22 10", MOBILE],
  ["+7 999 333-22-10", MOBILE],
  ["+7 (999) 333-22-10", MOBILE],
  ["+7(999)333-22-10", MOBILE],
  ["+7(999)3332210", MOBILE],
  ["+7-999-333-22-10", MOBILE],
  ["+7.999.333.22.10", MOBILE],
  ["+7 999 33 32 210", MOBILE],
  ["+ 7 999 333 22 10", MOBILE],
  ["(+7) 999 333-22-10", MOBILE],
  ["8 999 333 22 10", MOBILE],
  ["8 (999) 333-22-10", MOBILE],
  ["8(999)333-22-10", MOBILE],
  ["8-999-333-22-10", MOBILE],
  ["8.999.333.22.10", MOBILE],
  ["89993332210", MOBILE],
  ["8 9993332210", MOBILE],
  ["7 999 333-22-10", MOBILE],
  ["79993332210", MOBILE],
  ["9993332210", MOBILE],
  ["999 333-22-10", MOBILE],
  ["(999) 333-22-10", MOBILE],
  ["(999)333 22 10", MOBILE],
  ["999-333-2210", MOBILE],
  ["  8 999 333-22-10  ", MOBILE],
  // City, free and Kazakh numbers.
  ["8 (495) 123-45-67", MOSCOW],
  ["+7 495 123-45-67", MOSCOW],
  ["495 123-45-67", MOSCOW],
  ["(495) 123 45 67", MOSCOW],
  ["8-495-1234567", MOSCOW],
  ["84951234567", MOSCOW],
  ["8 (4922) 12-34-56", "74922123456"],
  ["+7 (38822) 1-23-45", "73882212345"],
  ["8 (812) 123-45-67", "78121234567"],
  ["8 800 200-00-00", "78002000000"],
  ["8-800-200-0000", "78002000000"],
  ["800 200-00-00", "78002000000"],
  ["+7 800 200 00 00", "78002000000"],
  ["8 727 300-00-00", "77273000000"],
  ["+7 701 123 45 67", "77011234567"],
  ["+7 940 123-45-67", "79401234567"],
  // Typographic and invisible characters.
  ["+7\u00a0999\u00a0333\u201122\u201110", MOBILE],
  ["+7 999 333\u201322\u201310", MOBILE],
  ["+7 999 333\u221222\u221210", MOBILE],
  ["+7 999 333\u201422\u201410", MOBILE],
  ["8 999 333\u00ad22\u00ad10", MOBILE],
  ["\u202a+7 999 333-22-10\u202c", MOBILE],
  ["\u2068+7 999 333-22-10\u2069", MOBILE],
  ["\u200b8 999 333-22-10", MOBILE],
  ["\ufeff8 999 333-22-10", MOBILE],
  ["8\u2009999\u2009333\u200922\u200910", MOBILE],
  ["８ ９９９ ３３３ ２２ １０", MOBILE],
  ["＋7 999 333-22-10", MOBILE],
  ["\t8 999 333-22-10\n", MOBILE],
  // Labels and quotes.
  ["Тел.: 8 999 333-22-10", MOBILE],
  ["тел. 8 (999) 333-22-10", MOBILE],
  ["т. 8 999 333-22-10", MOBILE],
  ["Телефон: +7 999 333-22-10", MOBILE],
  ["моб. 8 999 333-22-10", MOBILE],
  ["моб.тел.: 8 999 333-22-10", MOBILE],
  ["№ 8 999 333-22-10", MOBILE],
  ["tel:+79993332210", MOBILE],
  ["Tel.: +7 999 333-22-10", MOBILE],
  ["phone: 8 999 333-22-10", MOBILE],
  ["«8 999 333-22-10»", MOBILE],
  ['"8 999 333-22-10"', MOBILE],
  ["8 999 333-22-10.", MOBILE],
  ["8 999 333-22-10,", MOBILE],
  // Abroad.
  ["+374 10 324040", ARMENIA],
  ["00374 10 324040", ARMENIA],
  ["00 374 10 32 40 40", ARMENIA],
  ["8 10 374 10 324040", ARMENIA],
  ["8-10-374-10-324040", ARMENIA],
  ["8~10 374 10 324040", ARMENIA],
  ["8 ~ 10 374 10 324040", ARMENIA],
  ["81037410324040", ARMENIA],
  ["+47 900 12 345", NORWAY],
  ["\u202a+47 900 12 345", NORWAY],
  ["\u200b+47 900 12 345", NORWAY],
  ["＋47 900 12 345", NORWAY],
  ["+375 29 123-45-67", "375291234567"],
  ["+380 44 123 45 67", "380441234567"],
  ["+84 951 234 567", "84951234567"],
  ["+84951234567", "84951234567"],
  ["+1 213 373 4253", "12133734253"],
  ["+39 06 1234 5678", "390612345678"],
  ["8 10 7 999 333-22-10", MOBILE],
  ["007 999 333-22-10", MOBILE],
  // An extension: in ten spellings.
  ["8 (495) 123-45-67 доб. 1", "extension"],
  ["8 (495) 123-45-67 доб 101", "extension"],
  ["8 (495) 123-45-67, доб. 101", "extension"],
  ["8 (495) 123-45-67 (доб. 101)", "extension"],
  ["8 (495) 123-45-67 добавочный 101", "extension"],
  ["8 (495) 123-45-67 вн. 101", "extension"],
  ["8 (495) 123-45-67 внутр. 101", "extension"],
  ["8 (495) 123-45-67 ext. 101", "extension"],
  ["8 (495) 123-45-67 x101", "extension"],
  ["8 (495) 123-45-67 х101", "extension"],
  ["8 (495) 123-45-67#101", "extension"],
  ["8 (495) 123-45-67 # 101", "extension"],
  ["8 (495) 123-45-67*101", "extension"],
  ["8 (495) 123-45-67,101", "extension"],
  ["8 (495) 123-45-67,,101#", "extension"],
  ["+74951234567,,12", "extension"],
  ["tel:+74951234567;ext=12", "extension"],
  ["8 495 123-45-67 доб.: 12", "extension"],
  ["8 (495) 123-45-67 1", "length"],
  // Two numbers.
  ["8 495 123-45-67, 8 495 765-43-21", "second"],
  ["8 495 123-45-67; 8 495 765-43-21", "second"],
  ["8 495 123-45-67 / 8 495 765-43-21", "second"],
  ["8 495 123-45-67 или 8 495 765-43-21", "second"],
  ["8 495 123-45-67 и 765-43-21", "second"],
  ["8 495 123-45-67 8 495 765-43-21", "second"],
  ["+7 495 123-45-67 +7 495 765-43-21", "second"],
  ["8 495 123-45-67, 765-43-21", "second"],
  ["8 495 123-45-67/68", "unread"],
  ["8 495 123-45-67-68", "length"],
  // Mistakes: a digit short, one too many, the wrong prefix.
  ["8 999 333 22 1", "length"],
  ["8 495 123 45 678", "length"],
  ["8 495 123 45", "length"],
  ["+7 999 333 22 1", "length"],
  ["+7 999 333 22 100", "length"],
  ["+7 8 495 123-45-67", "length"],
  ["7 999 333 22 1", "length"],
  ["7273000000", "length"],
  ["999 333 22 1", "short"],
  ["999 333 22 100", "noPlus"],
  ["495 123 45 678", "noPlus"],
  ["123-45-67", "short"],
  ["1234567", "short"],
  ["712-34-56", "short"],
  ["214", "short"],
  ["112", "short"],
  ["+8 (495) 123-45-67", "plusRussian"],
  ["+8 495 123 45 67", "plusRussian"],
  ["+8-800-200-00-00", "plusRussian"],
  ["+8495 123-45-67", "plusRussian"],
  ["+89993332210", "plusRussian"],
  ["8 10 8 495 123-45-67", "plusRussian"],
  ["8 029 123-45-67", "area"],
  ["8 017 123-45-67", "area"],
  ["8 101 234-56-78", "foreign"],
  ["+7 029 123-45-67", "area"],
  ["+7 123 456-78-90", "area"],
  ["37410324040", "noPlus"],
  ["375 29 123-45-67", "noPlus"],
  ["380441234567", "noPlus"],
  ["12133734253", "noPlus"],
  ["+375 29 123-45-6", "foreign"],
  ["+375 029 123-45-67", "foreign"],
  ["+44 (0)20 7946 0958", "trunkZero"],
  ["+44 020 7946 0958", "foreign"],
  ["+3 74 10 324040", "noCountry"],
  ["+999 333-22-10", "plusRussian"],
  ["+0 374 10 324040", "noCountry"],
  ["0 999 333-22-10", "noPlus"],
  ["846 123-45-67 1", "unclear"],
  ["(843) 123-45-67-8", "unclear"],
  ["747 123-45-67 1", "unclear"],
  ["8422 12-34-56 1", "unclear"],
  ["8846 123-45-67", "78461234567"],
  ["+495 123-45-67", "plusRussian"],
  ["+(495) 123-45-67", "plusRussian"],
  ["+372 512 3456", "3725123456"],
  ["+88005553535", "plusRussian"],
  ["\u200b47 900 12 345", "noPlus"],
  ["8 495 123-45-6 (7)", "extension"],
  ["495 123-45-67 (12)", "extension"],
  ["495 123-45-67 1", "noPlus"],
  // Letters, other words, other things.
  ["8 999 333 22 1О", "unread"],
  ["8 999 333 22 1O", "unread"],
  ["8 999 333 22 l0", "unread"],
  ["8 9З9 333 22 10", "unread"],
  ["8 999 333 22 10 до 18:00", "unread"],
  ["8 999 333 22 10 (Анна)", "unread"],
  ["8 999 333-22-10 WhatsApp", "unread"],
  ["Анна 8 999 333-22-10", "unread"],
  ["Тел./факс: 8 495 123-45-67", "unread"],
  ["8-800-ПУЛЬТ-00", "unread"],
  ["8 999 333 22 10²", "unread"],
  ["7,9993332210E+10", "second"],
  ["8️⃣9993332210", "unread"],
  ["\u202e01 22 333 999 8", "unread"],
  ["٨ ٩٩٩ ٣٣٣ ٢٢ ١٠", "unread"],
  ["<script>8 999 333-22-10</script>", "unread"],
  ["anna@pult.example", "unread"],
  ["sip:214@pult.example", "unread"],
  ["12.05.2026", "short"],
  ["192.168.100.200", "noPlus"],
  ["🍕", "unread"],
  ["", "empty"],
  ["   ", "empty"],
  ["\u200b", "empty"],
  ["-", "empty"],
  ["+", "incomplete"],
  ["8", "incomplete"],
  ["810", "incomplete"],
  ["1".repeat(40), "second"],
];

describe("a number as people type it", () => {
  it.each(TYPED)("%j is read as %s", (typed, reading) => expect(read(typed)).toBe(reading));

  it.each([
    ["8 (495) 123-45-67 доб. 1", MOSCOW],
    ["8 999 333 22 10 до 18:00", MOBILE],
    ["37410324040", ARMENIA],
    ["+8 (495) 123-45-67", MOSCOW],
    ["+495 123-45-67", MOSCOW],
    ["+89993332210", MOBILE],
    ["846 123-45-67 1", "78461234567"],
    ["495 123-45-67 1", MOSCOW],
    ["4951234567 1", MOSCOW],
    ["495 123-45-67 (12)", MOSCOW],
    ["8 495 1234567+доб.12", MOSCOW],
    ["47 900 12 345", NORWAY],
    ["8 999 333 22 1О", undefined],
    ["8 495 123-45-67, 8 495 765-43-21", undefined],
    ["8 999 333 22 1", undefined],
  ])("%j gets the suggestion %s", (typed, suggestion) => {
    const reading = readPhone(typed);
    expect(reading.ok ? "read" : reading.suggestion).toBe(suggestion);
  });

  it.each([
    ["8 999 333 22 1О", { kind: "unread", text: "О" }],
    ["8 999 333 22 10 до 18:00", { kind: "unread", text: "до 18:00" }],
    ["8 (495) 123-45-67 доб. 1", { kind: "extension", text: "доб. 1" }],
    ["8 999 333 22 1", { kind: "length", n: 10 }],
    ["+375 29 123-45-6", { kind: "foreign", region: "BY", code: "375", n: 8 }],
  ])("%j gets the problem in detail", (typed, problem) => {
    const reading = readPhone(typed);
    expect(reading.ok ? "read" : reading.problem).toEqual(problem);
  });
});

/** Parts of typed numbers, valid and invalid. */
const part = fc.oneof(
  { weight: 6, arbitrary: fc.stringMatching(/^\d{1,4}$/) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      ..." -().+~,;/#*xхОoЗ‑−–—\u00ad\u200b\u202a\u202c\u00a0＋９".split(""),
      ..."доб. |Тел.: | ext | или |8 10 |00|+7|+84|8(|«|»|(0)|².".split("|"),
    ),
  },
);
const typedNumber = fc.oneof(
  fc.array(part, { minLength: 1, maxLength: 9 }).map((parts) => parts.join("")),
  fc
    .tuple(
      fc.constantFrom("+7", "8", "7", "", "+8", "8~10", "00", "810", "+374", "+84"),
      fc.stringMatching(/^[ (-]?\d{3}[ )-]?\d{3}[ -]?\d{2}[ -]?\d{1,3}$/),
      fc.constantFrom("", "", "", " доб. 1", "#1", " x12", ", 8", "О", " до 18:00", "\u200b"),
    )
    .map((parts) => parts.join("")),
);

describe("any typed text", () => {
  it("is read as a number with all the typed digits in order, except for the prefix", () => {
    let numbers = 0;
    fc.assert(
      fc.property(typedNumber, (typed) => {
        const reading = readPhone(typed);
        if (!reading.ok) return;
        numbers++;
        const digits = normalizeCharacters(typed).replaceAll(/\D/g, "");
        const readings = [digits, `7${digits}`, digits.replace(/^8/, "7")];
        const abroad = digits.replace(/^(?:810|00)/, "");
        expect([...readings, abroad]).toContain(reading.digits);
        // There was nothing but digits and separators.
        expect(normalizeCharacters(typed).replace(/[\s.,;:]+$/, "")).not.toMatch(
          /[^\d\s+().~«»Тел:-]/,
        );
      }),
      { numRuns: 4000 },
    );
    expect(numbers).toBeGreaterThan(60);
  });

  it("is read as the same digits when the result is parsed again", () => {
    fc.assert(
      fc.property(typedNumber, (typed) => {
        const reading = readPhone(typed);
        const again = reading.ok ? read(`+${reading.digits}`) : undefined;
        expect(again).toBe(reading.ok ? reading.digits : undefined);
      }),
      { numRuns: 1000 },
    );
  });

  it("with a digit too few or too many is never read as a Russian number without a plus", () => {
    const whole = fc.stringMatching(/^[78][349]\d{9}$/);
    fc.assert(
      fc.property(
        whole,
        fc.nat({ max: 9 }),
        fc.integer({ min: 1, max: 10 }),
        (digits, digit, at) => {
          const long = digits.slice(0, at) + String(digit) + digits.slice(at);
          expect(read(long)).not.toMatch(/^\d+$/);
          const short = digits.slice(0, at) + digits.slice(at + 1);
          // Its first digit stays: without it, it is the same number, written without a prefix. And
          // 810 is the prefix for calls abroad: what follows is another country's number.
          fc.pre(!short.startsWith("810"));
          expect(read(short)).not.toMatch(/^\d+$/);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => {
        expect(read(typed)).toMatch(/^\w+$/);
      }),
      { numRuns: 500 },
    );
  });
});

/** One possible mobile number of every country, as digits. */
const numbers = getCountries().flatMap((country) => {
  const example = getExampleNumber(country, examples);
  return example === undefined ? [] : [{ country, digits: example.number.slice(1) }];
});

describe("numbers of every country", () => {
  it("are read by their plus, and after 00 and 8 10", () => {
    for (const { digits } of numbers) {
      for (const prefix of ["+", "00", "810", "8 10 ", "8~10 "]) {
        expect(read(prefix + digits)).toBe(digits);
      }
    }
  });
});
