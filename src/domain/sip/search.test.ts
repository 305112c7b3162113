import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText } from "#lib/search.ts";
import { createRowJoiner, type SipRow } from "./rows.ts";
import { searchFilter } from "./search.ts";

function makeRow(part: { name?: string; number?: number; phone?: string; role?: string }): SipRow {
  const { name = "Ресепшен", number = 214, phone, role = "" } = part;
  const aon = phone === undefined ? null : { id: 1, number: phone };
  const account = { id: 1, name, number, role, aon, finally_created: true };
  const [row] = createRowJoiner()([account], [], new Map());
  if (row === undefined) throw new Error("No row came of the account");
  return row;
}

const finds = (query: string, row: SipRow) => searchFilter(query)(row);

/** A phone number as people type it: groups, brackets, separators, +7 or 8. */
const typedPhone = fc
  .tuple(
    fc.stringMatching(/^\d{10}$/),
    fc.constantFrom("+7", "7", "8", ""),
    fc.array(fc.constantFrom("", " ", "-", "  ", "\u00a0", "–", "."), {
      minLength: 4,
      maxLength: 4,
    }),
    fc.boolean(),
  )
  .map(([local, prefix, [a = "", b = "", c = "", d = ""], brackets]) => {
    const area = local.slice(0, 3);
    const code = brackets ? `(${area})` : area;
    const rest = [local.slice(3, 6), local.slice(6, 8), local.slice(8)];
    return {
      digits: `7${local}`,
      typed: `${prefix}${a}${code}${b}${rest[0]}${c}${rest[1]}${d}${rest[2]}`,
    };
  });

describe("searching by phone number", () => {
  it("finds the row however the number is written", () => {
    fc.assert(
      fc.property(typedPhone, ({ digits, typed }) => finds(typed, makeRow({ phone: digits }))),
      { numRuns: 500 },
    );
  });

  it("finds the row while the number is still being typed", () => {
    fc.assert(
      fc.property(typedPhone, fc.nat({ max: 30 }), ({ digits, typed }, cut) => {
        const part = typed.slice(0, cut);
        fc.pre(part.replaceAll(/\D/g, "").length >= 4);
        return finds(part, makeRow({ phone: digits }));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    "+7\u00a0999\u2011333\u201122\u201110",
    "8 999 333\u00ad22\u00ad10",
    "+7 999 333\u221222\u221210",
    "\u202a+7 999 333-22-10\u202c",
    "8\u200b9993332210",
    "＋7 ９９９ 333 22 10",
    "Тел.: +7 999 333-22-10",
    "«8 999 333-22-10»",
    "моб. 8 (999) 333-22-10 доб. 12",
  ])("finds the row by %j", (typed) => {
    expect(finds(typed, makeRow({ phone: "79993332210" }))).toBe(true);
    expect(finds(typed, makeRow({ phone: "79993332211" }))).toBe(false);
  });

  it("does not match two digits inside a phone number", () => {
    expect(finds("33", makeRow({ phone: "79993332210", number: 214 }))).toBe(false);
    expect(finds("333", makeRow({ phone: "79993332210", number: 214 }))).toBe(true);
  });

  it("ignores digits in a search with other characters", () => {
    expect(finds("кабинет 999", makeRow({ phone: "79993332210", name: "Кабинет 1" }))).toBe(false);
  });
});

describe("searching by extension", () => {
  it("finds what begins with the digits, from the first one on", () => {
    expect(finds("2", makeRow({ number: 214 }))).toBe(true);
    expect(finds("21", makeRow({ number: 214 }))).toBe(true);
    expect(finds("14", makeRow({ number: 214 }))).toBe(false);
  });

  it("finds an extension together with a name", () => {
    expect(finds("214 ресеп", makeRow({ number: 214 }))).toBe(true);
    expect(finds("215 ресеп", makeRow({ number: 214 }))).toBe(false);
  });
});

describe("searching by name and description", () => {
  it.each([
    ["фёдор", "ФЕДОР Воробьев"],
    ["ФЕДОР", "Фёдор Воробьёв"],
    ["воробьев фед", "Фёдор Воробьёв"],
    ["jose", "José"],
    ["й", "Андрей"],
    ["🍕", "Пицца 🍕"],
    ["c++ (dev) [1]", "C++ (dev) [1]"],
  ])("«%s» finds «%s»", (query, name) => expect(finds(query, makeRow({ name }))).toBe(true));

  it("requires every word, in the name or in the description", () => {
    const row = makeRow({ name: "Анна Белова", role: "Логистика" });
    expect(finds("белова логи", row)).toBe(true);
    expect(finds("белова склад", row)).toBe(false);
  });

  it("finds a name typed in any case and with «е» for «ё»", () => {
    const name = fc.stringMatching(/^[а-яё]{1,12}( [а-яё]{1,12})?$/);
    fc.assert(
      fc.property(name, (text) => {
        const typed = text.toUpperCase().replaceAll("Ё", "Е");
        return finds(typed, makeRow({ name: text }));
      }),
    );
  });
});

describe("searching by any text", () => {
  const anyText = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: fc.constantFrom(...Array.from("\\^$.*+?()[]{}|/-8 7\u0301🍕ё\ud800")) }),
  );
  it("never throws, and folding a text twice is folding it once", () => {
    fc.assert(
      fc.property(anyText, anyText, (query, name) => {
        finds(query, makeRow({ name }));
        expect(foldText(foldText(name))).toBe(foldText(name));
      }),
      { numRuns: 500 },
    );
  });

  it("folds each character independently of the others", () => {
    const codes = Array.from({ length: 0x1_0000 }, (_, code) => String.fromCharCode(code));
    expect(codes.filter((one) => foldText(foldText(one)) !== foldText(one))).toEqual([]);
  });

  it("finds a name by its own text", () => {
    fc.assert(
      fc.property(anyText, (name) => finds(name, makeRow({ name }))),
      { numRuns: 500 },
    );
  });

  it("matches everything when the query is blank", () =>
    expect(finds("  \u00a0 ", makeRow({}))).toBe(true));
});
