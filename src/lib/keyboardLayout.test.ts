import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inOtherLayout, toRussianLayout, toUsLayout } from "./keyboardLayout.ts";

const US_KEYS = Array.from(`\`qwertyuiop[]asdfghjkl;'zxcvbnm,./~QWERTYUIOP{}ASDFGHJKL:"ZXCVBNM<>?`);
const RUSSIAN_KEYS = Array.from(
  "ёйцукенгшщзхъфывапролджэячсмитьбю.ЁЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ,",
);
const SAME = Array.from(" 0123456789-+()");
const typed = (keys: readonly string[]) =>
  fc.array(fc.constantFrom(...keys, ...SAME)).map((all) => all.join(""));

describe("a text typed on the wrong layout", () => {
  it.each([
    ["htctgity", "ресепшен"],
    ["Htctgity", "Ресепшен"],
    ["cjj,otybt", "сообщение"],
    ["[f,fhjdcr", "хабаровск"],
    ["`krf", "ёлка"],
    ["j,]trn", "объект"],
    ["цшаш 5", "wifi 5"],
    ["сгиф", "cuba"],
    ["сдщыу +53", "close +53"],
  ])("%s is %s", (text, meant) => expect(inOtherLayout(text)).toBe(meant));

  it.each(["", "214", "+7 (999) 333-22", "!", "Ресепшен 2 floor"])(
    "%j has no other reading",
    (text) => expect(inOtherLayout(text)).toBeUndefined(),
  );

  it("is the same after being retyped there and back", () => {
    fc.assert(
      fc.property(typed(US_KEYS), (text) => {
        expect(toUsLayout(toRussianLayout(text))).toBe(text);
      }),
    );
    fc.assert(
      fc.property(typed(RUSSIAN_KEYS), (text) => {
        expect(toRussianLayout(toUsLayout(text))).toBe(text);
      }),
    );
  });

  it("keeps what no layout changes", () => {
    expect(toRussianLayout("5 🙂 — ñ")).toBe("5 🙂 — ñ");
    expect(toUsLayout("5 🙂 — ñ")).toBe("5 🙂 — ñ");
  });
});
