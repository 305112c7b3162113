import type { PhoneBookEntry } from "./entries.ts";

/**
 * One file of vCards, version 3.0, which every address book reads: RFC 2426
 * (https://www.rfc-editor.org/rfc/rfc2426).
 */
export function vCards(entries: readonly PhoneBookEntry[]): string {
  return entries.flatMap(toLines).map(fold).join("");
}

function toLines({ name, extension, callerId, department }: PhoneBookEntry): string[] {
  return [
    "BEGIN:VCARD",
    "VERSION:3.0",
    // Which word is the family name nobody knows: all stands in the first part.
    `N:${escape(name)};;;;`,
    `FN:${escape(name)}`,
    `TEL;TYPE=work,voice,pref:${escape(extension)}`,
    ...(callerId === undefined ? [] : [`TEL;TYPE=work,voice:${escape(`+${callerId}`)}`]),
    // The unit of an organization that is not named.
    ...(department ? [`ORG:;${escape(department)}`] : []),
    "END:VCARD",
  ];
}

function escape(text: string): string {
  return (
    text
      // What is no text: control characters, and halves of characters.
      // oxlint-disable-next-line no-control-regex
      .replaceAll(/[\0-\x08\x0B\x0C\x0E-\x1F\x7F]|\p{Cs}/gu, "")
      .replaceAll(/[\\;,]/g, String.raw`\$&`)
      .replaceAll(/\r\n|\r|\n/g, String.raw`\n`)
  );
}

/** Bytes of a line, without its end. */
const MAX_LINE = 75;

/** Long lines go on after a line end and a space, and no character is cut (RFC 2425, 5.8.1). */
function fold(line: string): string {
  let folded = "";
  let length = 0;
  for (const character of line) {
    const bytes = utf8Length(character);
    if (length + bytes > MAX_LINE) {
      folded += "\r\n ";
      length = 1;
    }
    folded += character;
    length += bytes;
  }
  return `${folded}\r\n`;
}

function utf8Length(character: string): number {
  const code = character.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
