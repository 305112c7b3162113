import { existsSync, lstatSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { parseEnv } from "node:util";
import { SettingsError } from "./settingsError.ts";

const ENTRY = /^\s*(?:export\s+)?([A-Za-z_][\w.-]*)\s*=\s*(.*)$/;
const LINE_BREAK = /\r\n|[\r\n\u0085\u2028\u2029]/;
/** Names that can only be meant for Pult: an unknown one of these is a misspelling. */
const PULT_NAME = /^(PLUS|PULT_|SANDBOX_|ALLOWED_|BASE_|.*TOKEN$)/;

/**
 * The entries of a `.env` file; none if there is no such file. Throws `SettingsError` if it can't
 * be read or parsed: skipping a line could mean running without the token in it.
 */
export function readEnvFile(file: string, known: readonly string[]): Record<string, string> {
  const bytes = readBytes(file);
  return bytes === undefined ? {} : parseEntries(decodeText(bytes, file), basename(file), known);
}

function readBytes(file: string): Buffer | undefined {
  try {
    if (lstatSync(file, { throwIfNoEntry: false }) !== undefined) return readFileSync(file);
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
    throw new SettingsError(`${basename(file)} can't be read: ${REASONS[code] ?? code}.`);
  }
  // Windows hides the extension, so that the name looks right.
  const withTxtExtension = `${file}.txt`;
  if (!existsSync(withTxtExtension)) return undefined;
  throw new SettingsError(
    `There is no ${basename(file)} but a ${basename(withTxtExtension)}: rename it to ${basename(file)}.`,
  );
}

const REASONS: Readonly<Record<string, string | undefined>> = {
  EISDIR: "it is a folder",
  EACCES: "this user has no permission",
  EPERM: "this user has no permission",
  ENOENT: "it is a link to a file that does not exist",
};

/**
 * Decodes UTF-8 and UTF-16, with or without a byte order mark. Throws `SettingsError` for anything
 * else.
 */
export function decodeText(bytes: Buffer, file: string): string {
  const encoding = detectEncoding(bytes);
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    // The only control characters in text are tabs and line breaks.
    if (!/[^\P{Cc}\t\n\f\r\u0085]/u.test(text)) return text;
  } catch {
    // Falls through to the error below.
  }
  throw new SettingsError(
    `${basename(file)} can't be read: it is not text in UTF-8. In an editor, save it with that encoding.`,
  );
}

/**
 * Notepad's "Unicode" is UTF-16; without a byte order mark, every second byte of its ASCII is zero.
 */
function detectEncoding(bytes: Buffer): "utf-8" | "utf-16le" | "utf-16be" {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return "utf-16le";
  if ((first === 0xfe && second === 0xff) || (first === 0 && second !== 0)) return "utf-16be";
  return "utf-8";
}

function parseEntries(
  text: string,
  file: string,
  known: readonly string[],
): Record<string, string> {
  const entries: Record<string, string> = {};
  const lines = text.split(LINE_BREAK);
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? "";
    if (/^\s*(#|$)/.test(line)) continue;
    const place = `Line ${at + 1} of ${file}`;
    const [, name, value = ""] = ENTRY.exec(line) ?? [];
    if (/^\s*[^\s"'`#][^"'`#]*[^\s#]#/.test(value)) {
      throw new SettingsError(
        `${place} has a # within its value, where a comment would begin: put the value in quotes.`,
      );
    }
    if (name === undefined) {
      throw new SettingsError(
        `${place} can't be understood: it has to be NAME=value, or a comment that begins with #.`,
      );
    }
    checkName(name, place, known);
    const last = findLastLine(value, lines, at);
    const rest = lines.slice(at + 1, (last ?? at) + 1);
    const swallowedSettings = [line, ...rest].filter((one) =>
      known.includes(ENTRY.exec(one)?.[1] ?? ""),
    );
    if (last === undefined || (rest.length > 0 && swallowedSettings.length > 0)) {
      throw new SettingsError(`${place} begins a quotation that does not end there.`);
    }
    const entry = parseEnv([`${name}=${value}`, ...rest].join("\n"));
    if (known.includes(name) && entries[name] !== undefined && entries[name] !== entry[name]) {
      throw new SettingsError(`${place} sets ${name} a second time, to another value.`);
    }
    Object.assign(entries, entry);
    at = last;
  }
  return entries;
}

function checkName(name: string, place: string, known: readonly string[]): void {
  if (known.includes(name)) return;
  const normalised = name.toUpperCase().replace(/[.-]/g, "_");
  if (known.includes(normalised)) {
    throw new SettingsError(`${place} sets ${name}: write it as ${normalised}.`);
  }
  if (PULT_NAME.test(normalised)) {
    throw new SettingsError(
      `${place} sets ${name}, which is not a setting of Pult: .env.example names them all.`,
    );
  }
}

/**
 * The line on which a value ends: its own, unless it begins with a quotation mark; undefined if the
 * quotation is never closed.
 */
function findLastLine(value: string, lines: readonly string[], at: number): number | undefined {
  const [, quote] = /^(["'`])/.exec(value) ?? [];
  if (quote === undefined || value.includes(quote, 1)) return at;
  const end = lines.findIndex((line, index) => index > at && line.includes(quote));
  return end === -1 ? undefined : end;
}
