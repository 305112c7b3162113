import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PhoneBookEntry } from "./entries.ts";
import { PHONE_BOOKS, type PhoneBookFormat } from "./formats.ts";

const entry = (name: string, more: Partial<PhoneBookEntry> = {}): PhoneBookEntry => ({
  id: 1,
  name,
  extension: "214",
  callerId: undefined,
  department: undefined,
  ...more,
});

const write = (format: PhoneBookFormat, ...entries: PhoneBookEntry[]) =>
  PHONE_BOOKS[format].write(entries, "Офис & Ко");

function readXml(text: string, item: string, fields: readonly string[]): string[][] {
  const xml = new DOMParser().parseFromString(text, "application/xml");
  expect(xml.querySelector("parsererror")).toBeNull();
  return [...xml.documentElement.children]
    .filter(({ tagName }) => tagName === item)
    .map((element) => fields.map((field) => element.querySelector(field)?.textContent ?? "none"));
}

/** Names and numbers in a file of each XML format. */
const READERS = {
  yealink: (text: string) => readXml(text, "DirectoryEntry", ["Name", "Telephone"]),
  snom: (text: string) => readXml(text, "DirectoryEntry", ["Name", "Telephone"]),
  grandstream: (text: string) => readXml(text, "Contact", ["LastName", "phonenumber"]),
  vcard: (text: string) =>
    readVCards(text).map((card) => [card.get("FN")?.[0] ?? "none", card.get("TEL")?.[0] ?? "none"]),
} as const;

/** The values of each card by their names, unfolded and unescaped. */
function readVCards(text: string): Map<string, string[]>[] {
  const cards: Map<string, string[]>[] = [];
  for (const line of text.replaceAll("\r\n ", "").split("\r\n")) {
    const [, name = "", value = ""] = /^([A-Z]+)[^:]*:(.*)$/s.exec(line) ?? [];
    if (name === "BEGIN") cards.push(new Map());
    const card = cards.at(-1);
    card?.set(name, [...(card.get(name) ?? []), unescape(value)]);
  }
  return cards;
}

const unescape = (value: string) =>
  value.replaceAll(/\\(.)/g, (_, character: string) => (character === "n" ? "\n" : character));

const WILD = [
  `"Рога & Копыта" <script>alert('1')</script>; a, b \\ c`,
  "]]> &amp; &#13; <!-- ?>",
  "first\nsecond\tthird",
  "🍕 Ёлкин 👩‍👩‍👧",
  "я".repeat(200),
  "a".repeat(200),
  "=1+1",
];

const FORMATS = ["vcard", "yealink", "snom", "grandstream"] as const;

describe.each(FORMATS)("a %s file", (format) => {
  it("holds names and extensions as they are, whatever signs they have", () => {
    const text = write(format, ...WILD.map((name) => entry(name)));
    expect(READERS[format](text)).toEqual(WILD.map((name) => [name, "214"]));
  });

  it("of nobody is valid, and empty", () => {
    expect(READERS[format](write(format))).toEqual([]);
  });

  it("holds any text but what is no text", () => {
    const text = fc
      .string({
        unit: fc.oneof(
          fc.string({ unit: "binary", maxLength: 1 }),
          fc.constantFrom(...Array.from("&<>\"';,\\\r\n\t:яЁ🍕")),
        ),
      })
      // oxlint-disable-next-line no-control-regex
      .map((all) => all.replaceAll(/[\0-\x08\x0B\x0C\x0E-\x1F\x7F\uFFFE\uFFFF]|\p{Cs}/gu, ""))
      // A vCard has one kind of line ends.
      .map((all) => (format === "vcard" ? all.replaceAll(/\r\n?/g, "\n") : all));
    fc.assert(
      fc.property(fc.array(text), (names) => {
        const read = READERS[format](write(format, ...names.map((name) => entry(name))));
        expect(read).toEqual(names.map((name) => [name, "214"]));
      }),
    );
  });

  it("leaves out control characters and halves of characters", () => {
    expect(READERS[format](write(format, entry("a\0\u0007b\uD83Cc")))).toEqual([["abc", "214"]]);
  });
});

it("no line of a vCard is longer than 75 bytes, and none cuts a character", () => {
  const lines = write("vcard", ...WILD.map((name) => entry(name))).split("\r\n");
  const lengths = lines.map((line) => new TextEncoder().encode(line).length);
  expect(Math.max(...lengths)).toBeLessThanOrEqual(75);
  expect(lines.join("")).not.toMatch(/\p{Cs}/u);
});

it("a vCard has the caller ID and the department where they are known", () => {
  const known = entry("Анна; Мария", { callerId: "79993332210", department: "Отдел, продажи" });
  const [first, second] = readVCards(write("vcard", known, entry("Борис", { department: "" })));
  expect(first?.get("TEL")).toEqual(["214", "+79993332210"]);
  expect(first?.get("ORG")).toEqual([";Отдел, продажи"]);
  expect(first?.get("N")).toEqual(["Анна; Мария;;;;"]);
  expect(second?.get("TEL")).toEqual(["214"]);
  expect(second?.has("ORG")).toBe(false);
});

it("a Snom file has the phone book's title, a Grandstream one the telephone's first account", () => {
  const snom = new DOMParser().parseFromString(write("snom"), "application/xml");
  expect(snom.querySelector("Title")?.textContent).toBe("Офис & Ко");
  const fields = ["FirstName", "LastName", "accountindex"];
  expect(readXml(write("grandstream", entry("Анна")), "Contact", fields)).toEqual([
    ["", "Анна", "0"],
  ]);
});
