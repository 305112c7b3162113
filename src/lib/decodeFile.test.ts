import fc from "fast-check";
import { expect, it } from "vitest";
import { decodeFile, MAX_FILE_BYTES } from "./decodeFile.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);

/** A letter in the encoding of Excel in Russia. */
function encodeByte(char: string): number {
  const code = char.codePointAt(0) ?? 0;
  if (char === "ё") return 0xb8;
  return code >= 0x410 ? code - 0x410 + 0xc0 : code;
}

const windows1251 = (text: string) => Uint8Array.from(Array.from(text, encodeByte));

function utf16(text: string): Uint8Array {
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index));
  return Uint8Array.from([0xff, 0xfe, ...units.flatMap((unit) => [unit & 0xff, unit >> 8])]);
}

it.each([
  ["UTF-8", utf8("7;Россия")],
  ["UTF-8 with its mark", utf8("\uFEFF7;Россия")],
  ["UTF-16", utf16("7;Россия")],
  ["Windows-1251", windows1251("7;Россия")],
])("reads %s", (_, bytes) => {
  expect(decodeFile(bytes)).toEqual({ text: "7;Россия" });
});

it.each([
  ["empty", new Uint8Array()],
  ["empty", utf8("\uFEFF \r\n\t")],
  ["large", new Uint8Array(MAX_FILE_BYTES + 1).fill(55)],
  ["workbook", Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 20, 0])],
  ["workbook", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1])],
  ["binary", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0])],
  ["binary", Uint8Array.from([55, 59, 0, 0, 0])],
])("reports that a file is %s", (problem, bytes) => {
  expect(decodeFile(bytes)).toEqual({ problem });
});

it("reads Cyrillic letters in either encoding, and never fails on any bytes", () => {
  const cyrillic = fc.string({ unit: fc.constantFrom(...Array.from("АБЯабяё;7 ")), minLength: 1 });
  fc.assert(
    fc.property(cyrillic, (text) => {
      fc.pre(text.trim() !== "");
      expect(decodeFile(utf8(text))).toEqual({ text });
    }),
  );
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const file = decodeFile(bytes);
      expect("text" in file ? typeof file.text : typeof file.problem).toBe("string");
    }),
  );
});
