import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SipRow } from "#domain/sip/rows.ts";
import { decodeFile } from "#lib/decodeFile.ts";
import { readPhone } from "#lib/phoneLibrary.ts";
import { parseCsv } from "#lib/readCsv.ts";
import { readAccountList } from "./columns.ts";
import { accountsCsv, type ExportTexts } from "./exportCsv.ts";
import english from "./locales/en.json" with { type: "json" };
import russian from "./locales/ru.json" with { type: "json" };
import { planLines } from "./plan.ts";

const texts = (catalog: typeof english, separator: "," | ";"): ExportTexts => ({
  header: {
    id: catalog["accountList.column.id"],
    extension: catalog["accountList.column.extension"],
    name: catalog["accountList.column.name"],
    role: catalog["accountList.column.role"],
    callerId: catalog["accountList.column.callerId"],
    state: catalog["accountList.column.state"],
    scenario: catalog["accountList.column.scenario"],
  },
  state: (state) => state,
  separator,
});
const RUSSIAN = texts(russian, ";");
const LANGUAGES = { English: texts(english, ","), Russian: RUSSIAN };

const SIGNS = Array.from("\"'=+-@;,\t\r\n 17:яЁЪé🍕");
const EXAMPLES = ["=1+1", "'=1", "'", "+7", `"Рога"; копыта`, "👩‍👩‍👧", "a\tb", "7,9E+10", "0214"];
const anyText = fc.oneof(
  fc.constantFrom(...EXAMPLES),
  fc.string({ unit: fc.constantFrom(...SIGNS) }),
  fc.string({ unit: "binary", maxLength: 20 }),
);

/** Accounts with names and descriptions of such texts; their extensions and ids are their own. */
const accountsOf = (text: fc.Arbitrary<string>) =>
  fc
    .array(
      fc.record({
        name: text,
        role: text,
        callerId: fc.option(fc.stringMatching(/^[78]\d{10}$/), { nil: undefined }),
        scenario: fc.option(text, { nil: undefined }),
        state: fc.constantFrom("online", "offline", "creating", "unknown"),
      }),
      { minLength: 1, maxLength: 8 },
    )
    .map((all) =>
      all.map(({ scenario, ...more }, index): SipRow => ({
        id: 25 + index,
        extension: 200 + index,
        callerIdId: undefined,
        scenario: scenario === undefined ? null : { id: 1, name: scenario, endpoints: [] },
        searchText: "",
        ...more,
      })),
    );

/** What an import of a file's text would do, line by line; problems by their kind. */
async function plan(text: string, accounts: readonly SipRow[]): Promise<string[]> {
  const { rows, unclosed } = parseCsv(text);
  expect(unclosed).toBeUndefined();
  const office = { accounts, numbers: new Map<string, number>(), readPhone };
  const lines = await planLines(
    readAccountList(rows),
    "update",
    office,
    new AbortController().signal,
  );
  return lines.map(({ kind, problem }) => problem?.why.kind ?? kind);
}

async function expectSame(text: string, accounts: readonly SipRow[]): Promise<void> {
  expect(await plan(text, accounts)).toEqual(accounts.map(() => "same"));
}

const decoded = (bytes: Uint8Array): string => {
  const file = decodeFile(bytes);
  return "text" in file ? file.text : `problem: ${file.problem}`;
};

describe("an exported list that is imported unchanged changes nothing", () => {
  it.each(Object.entries(LANGUAGES))("in %s", async (_, words) => {
    await fc.assert(
      fc.asyncProperty(accountsOf(anyText), (accounts) =>
        expectSame(accountsCsv(accounts, words), accounts),
      ),
    );
  });

  it("also as bytes of a file", async () => {
    const text = anyText.map(withoutControls);
    await fc.assert(
      fc.asyncProperty(accountsOf(text), (accounts) =>
        expectSame(decoded(new TextEncoder().encode(accountsCsv(accounts, RUSSIAN))), accounts),
      ),
    );
  });

  it("also after Excel has saved it in Windows-1251", async () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from("\"'=+;,\t 7Яёъ№«»–€q")) });
    await fc.assert(
      fc.asyncProperty(accountsOf(text), (accounts) => {
        const csv = accountsCsv(accounts, RUSSIAN).slice(1);
        return expectSame(decoded(Uint8Array.from(csv, toWindows1251)), accounts);
      }),
    );
  });

  it("also after Excel has saved it as text in UTF-16, with tabs", async () => {
    const text = anyText.map(withoutControls);
    await fc.assert(
      fc.asyncProperty(accountsOf(text), (accounts) => {
        return expectSame(decoded(utf16(asTabs(accountsCsv(accounts, RUSSIAN)))), accounts);
      }),
    );
  });
});

/** A file with control characters is not taken for text. */
// oxlint-disable-next-line no-control-regex
const withoutControls = (text: string) => text.replaceAll(/[\0-\x08\x0E-\x1F]/g, "");

const WINDOWS_1251 = new Map(
  Array.from({ length: 256 }, (_, byte): [string, number] => [
    new TextDecoder("windows-1251").decode(Uint8Array.of(byte)),
    byte,
  ]),
);
const toWindows1251 = (character: string) => WINDOWS_1251.get(character) ?? 0x3f;

/** The same cells between tabs: outside quotes, the separator becomes one. */
function asTabs(csv: string): string {
  return csv
    .slice(1)
    .split(/("(?:[^"]|"")*")/)
    .map((part, index) => (index % 2 === 0 ? part.replaceAll(";", "\t") : part))
    .join("");
}

function utf16(text: string): Uint8Array {
  const marked = `\uFEFF${text}`;
  const units = Array.from({ length: marked.length }, (_, index) => marked.charCodeAt(index));
  return new Uint8Array(Uint16Array.from(units).buffer);
}
