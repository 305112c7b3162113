import fc from "fast-check";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { environment, readSettings } from "./settings.ts";
import { SettingsError } from "./settingsError.ts";

function makeFolder(): string {
  const dir = mkdtempSync(join(tmpdir(), "pult-"));
  onTestFinished(() => rmSync(dir, { recursive: true }));
  return dir;
}

function parseFile(content: string | Buffer) {
  const file = join(makeFolder(), ".env");
  writeFileSync(file, content);
  return readSettings(environment(file, {}));
}

function tokenOrRefusal(content: string): string | undefined {
  try {
    return parseFile(content).token;
  } catch (error) {
    if (error instanceof SettingsError) return "refused";
    throw error;
  }
}

const toUtf16Be = (text: string) => Buffer.from(text, "utf16le").swap16();
const TEXT = "PLUSOFON_TOKEN=12|abc\r\n# комментарий\r\nPORT = 81\r\n";
const EXPECTED = { token: "12|abc", port: 81 };

describe("a .env file is parsed", () => {
  it.each([
    ["in UTF-8 with a byte order mark", `\ufeff${TEXT}`],
    ["in UTF-16 LE, Notepad's Unicode", Buffer.from(`\ufeff${TEXT}`, "utf16le")],
    ["in UTF-16 BE", toUtf16Be(`\ufeff${TEXT}`)],
    ["in UTF-16 LE without a byte order mark", Buffer.from(TEXT, "utf16le")],
    ["in UTF-16 BE without a byte order mark", toUtf16Be(TEXT)],
    ["with the line breaks of an old Mac", TEXT.replaceAll("\r\n", "\r")],
    ["with export and indentation", `  export PLUSOFON_TOKEN="12|abc"\n\texport\tPORT='81' # mine`],
    ["next to another program's long value", `KEY="-----BEGIN\nabc\n-----END"\n${TEXT}`],
    ["with the same line twice", `PORT=81\n${TEXT}`],
  ])("%s", (_, content) => {
    expect(parseFile(content)).toMatchObject(EXPECTED);
  });

  it("if it is empty", () => {
    for (const content of ["", "\ufeff", "\r\n \t\r\n# PLUSOFON_TOKEN=abc\n"]) {
      expect(parseFile(content).token).toBeUndefined();
    }
  });
});

describe("a .env file gives a one-sentence error", () => {
  it.each([
    ["if it is binary", Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 0x50])],
    ["in Windows-1251", Buffer.from([0x23, 0xcf, 0xf3, 0xeb, 0xfc, 0xf2, 0x0a])],
    ["in UTF-32", Buffer.from([0xff, 0xfe, 0, 0, 0x50, 0, 0, 0])],
    ["with half of a UTF-16 character", Buffer.from([0xff, 0xfe, 0x50])],
    ["with a space instead of =", "PLUSOFON_TOKEN s3cret"],
    ["with a colon", "PLUSOFON_TOKEN: s3cret"],
    ["with a # in a value without quotes", "PLUSOFON_TOKEN=s3cret#1234"],
    ["with a typo in the name", "PULSOFON_TOKEN=s3cret"],
    ["as JSON", '{ "PLUSOFON_TOKEN": "s3cret" }'],
    ["as a Windows command", "set PLUSOFON_TOKEN=s3cret"],
    ["as a PowerShell command", '$env:PLUSOFON_TOKEN = "s3cret"'],
    ["with an invisible character before the name", "\u200bPLUSOFON_TOKEN=s3cret"],
    ["with the name in quotation marks", '"PLUSOFON_TOKEN"=s3cret'],
    ["with the token alone", "s3cret"],
    ["in lower case", "plusofon_token=s3cret"],
    ["with a hyphen", "PLUSOFON-TOKEN=s3cret"],
    ["with a misspelled name", "PLUSOFON_TOKEN_=s3cret"],
    ["without the prefix", "TOKEN=s3cret"],
    ["with an unknown PULT_ name", "PULT_PORT=81"],
    ["with an unclosed quotation", 'PLUSOFON_TOKEN="s3cret\nPORT=81'],
    ["with an unclosed quotation that includes the next line", 'PLUSOFON_TOKEN="s3cret\nLOG="all"'],
    ["inside another value's quotation", 'A="\nPLUSOFON_TOKEN=s3cret\n"'],
    ["with the token emptied by a later line", "PLUSOFON_TOKEN=s3cret\nPLUSOFON_TOKEN=\n"],
  ])("%s", (_, content) => {
    const parse = () => parseFile(content);
    expect(parse).toThrow(SettingsError);
    expect(parse).toThrow(/\.env .*\.$/);
    expect(parse).not.toThrow("s3cret");
  });

  it("if it is a folder, a broken link, or has the extension .txt", () => {
    const dir = makeFolder();
    const at = (name: string) => join(dir, name);
    mkdirSync(at(".env"));
    expect(() => environment(at(".env"), {})).toThrow("it is a folder");
    symlinkSync(at("gone"), at("link"));
    expect(() => environment(at("link"), {})).toThrow("a link to a file that does not exist");
    writeFileSync(at("settings.txt"), "PORT=81");
    expect(() => environment(at("settings"), {})).toThrow("rename it to settings");
  });

  it.skipIf(process.getuid?.() === 0)("if this user may not read it", () => {
    const file = join(makeFolder(), ".env");
    writeFileSync(file, TEXT);
    chmodSync(file, 0);
    expect(() => environment(file, {})).toThrow("no permission");
  });

  it("whenever it holds a token that is not parsed as that token", () => {
    const line = fc.oneof(
      fc.constantFrom("", "# x", "A=1", 'B="', "C='x", "export", "PORT=81", "=", "D=`1`"),
      fc.string({ maxLength: 12 }),
    );
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (before, after) => {
        const lines = [...before, "PLUSOFON_TOKEN=12|abc", ...after];
        expect(["12|abc", "refused"]).toContain(tokenOrRefusal(lines.join("\n")));
      }),
      { numRuns: 200 },
    );
  });
});
