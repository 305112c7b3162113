import type { Credentials } from "./credentials.ts";

/** A file for a device or an app, or the text of a code. */
export interface Provisioning {
  fileName: string;
  text: string;
  /** UTF-8 unless told. */
  encoding?: "utf-16le";
}

export type Field = "name" | "login" | "password" | "server";
export type Problem =
  /** It has a line break, where a line is a value. */
  | "lineBreak"
  /** It has a character that nobody sees, or half of one. */
  | "unprintable"
  /** It begins or ends with a blank, which the device would cut off. */
  | "edgeBlank"
  /** Together the values are too long for a code that can be scanned. */
  | "tooLong"
  /** The server is neither a host name nor an IP address. */
  | "notHost"
  | "notCloudId";

/** A value that the format can't hold. */
export interface Refusal {
  problem: Problem;
  field?: Field;
}

export type Made = Provisioning | Refusal;

export const isRefusal = (made: Made): made is Refusal => "problem" in made;

const FIELDS = ["name", "login", "password", "server"] as const;
const LINE_BREAK = /[\n\r\u0085\u2028\u2029]/;
// oxlint-disable-next-line no-control-regex -- these are what no format can hold
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/u;
const HOST = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?|\[[0-9a-f:.]+\])$/iu;

/**
 * What no format here can hold: a line break or an unprintable character in any value (XML 1.0,
 * 2.2, forbids most of them, and a value is one line everywhere else), and a server that is no host.
 * `trims`: the device cuts off blanks at the ends of a line.
 */
export function findRefusal(
  credentials: Credentials,
  { trims = false }: { trims?: boolean } = {},
): Refusal | undefined {
  for (const field of FIELDS) {
    const value = credentials[field];
    if (LINE_BREAK.test(value)) return { problem: "lineBreak", field };
    if (UNPRINTABLE.test(value)) return { problem: "unprintable", field };
    if (trims && value.trim() !== value) return { problem: "edgeBlank", field };
  }
  return HOST.test(credentials.server) ? undefined : { problem: "notHost", field: "server" };
}

/** The line of a display: short number and name. */
export function displayLabel({ extension, name }: Pick<Credentials, "extension" | "name">): string {
  return `${extension} ${name}`.trim();
}
