/** Bytes. The accounts of the largest office are some 2 MB. */
export const MAX_FILE_BYTES = 5 * 1024 * 1024;

/** Why a file can't be a list. */
export type FileProblem = "empty" | "large" | "workbook" | "binary";

export type DecodedFile = { text: string } | { problem: FileProblem };

/**
 * The text of a file: UTF-8, UTF-16 with a byte order mark, or Windows-1251, in which Excel in
 * Russia saves.
 */
export function decodeFile(bytes: Uint8Array): DecodedFile {
  if (bytes.length === 0) return { problem: "empty" };
  if (bytes.length > MAX_FILE_BYTES) return { problem: "large" };
  if (isWorkbook(bytes)) return { problem: "workbook" };
  const text = decodeText(bytes);
  // No text contains control characters, while Windows-1251 maps any byte to some letter.
  // oxlint-disable-next-line no-control-regex
  if (/[\0-\x08\x0E-\x1F]/.test(text)) return { problem: "binary" };
  return text.trim() === "" ? { problem: "empty" } : { text };
}

/** The first bytes of newer and older Excel files. */
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

function isWorkbook(bytes: Uint8Array): boolean {
  return WORKBOOKS.some((start) => start.every((byte, index) => bytes[index] === byte));
}

function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1251").decode(bytes);
  }
}
