import * as fc from "fast-check";
import type { Operation } from "#api/operation.ts";

const VALID_IDS = ["7", "25", "1", "9007199254740991"];
const IDS = [
  "0",
  "-1",
  "+7",
  "007",
  "7.0",
  "1e3",
  "0x7",
  "7,8",
  "7;8",
  "7%20",
  " 7",
  "%37",
  "%2537",
  "9007199254740992",
  "99999999999999999999",
  "7%00",
  "7%0d%0aX:1",
  "\u0667",
  "７",
  "NaN",
  "",
  "..",
  "7/..",
  "7/../8",
  "%2e%2e",
  "{id}",
  "*",
  "7?x",
  "7#",
  "me",
  "null",
  "1'--",
  "$7",
  "~",
];
const SLASHES = [
  "%2f",
  "%2F",
  "%252f",
  "%25252f",
  "%5c",
  "\\",
  "//",
  "/./",
  "/x/../",
  "/%2e/",
  ";/",
];
/** Invalid UTF-8 for "/" or ".", and characters at which a parser may split a path. */
const PIECES = [
  "%c0%af",
  "%e0%80%af",
  "%f0%80%80%af",
  "\u00c0\u00af",
  "%c0%ae%c0%ae",
  "%u002f",
  "%uff0e",
  "%00",
  "\0",
  "%0a",
  "%0d%0a",
  "\t",
  "%09",
  "%20",
  " ",
  "\u00a0",
  "\u0085",
  "%ff",
  "\u00ff",
  "#",
  "%23",
  "?",
  "%3f",
  "%253f",
  ";a=1",
  ";",
  "&",
  "@",
  "@evil.example",
  ":",
  "..",
  "%2e",
  "%2e%2e%2f",
  "..%2f",
  "..%5c",
  "..;/",
  ".%00",
  ".json",
  "~",
  "%",
  "%%",
  "%2",
  "*",
  "|",
  "^",
];
const QUERIES = [
  "page=1&limit=100",
  "limit=15",
  "page=2",
  "user_id=12",
  "logins[]=a",
  "page=1&page=2",
  "page=1%00",
  "page=%31",
  "page=1&api_token=x",
  "a=b#c",
  "?page=1",
  "/../voicemail",
  "%",
  "page[]=1",
  "page[$gt]=1",
  "__proto__[a]=1",
  "constructor=1",
  "_method=DELETE",
  "limit=1e2",
  "page=1;limit=2",
  "page=1\tx",
  "user_id=1&user_id=2",
  "logins=a",
  "user_id=0x1",
  "=&=&",
];

/** The target of a request: an operation's own path, usually altered in some way. */
export function target(op: Operation, host: string): fc.Arbitrary<string> {
  const id = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...VALID_IDS) },
    { weight: 1, arbitrary: fc.constantFrom(...IDS) },
  );
  const path = fc.tuple(id, id).map((ids) => {
    const remainingIds = [...ids];
    return `/api/v1${op.path}`
      .replace("{type}", "ate")
      .replaceAll(/\{\w+\}/g, () => remainingIds.shift() ?? "7");
  });
  const query = fc.oneof(
    { weight: 2, arbitrary: fc.constant("") },
    { weight: 1, arbitrary: fc.constantFrom(...QUERIES).map((text) => `?${text}`) },
  );
  const plain = fc
    .tuple(path, query)
    .map(([where, what]) => where + (op.method === "GET" ? what : ""));
  return fc.oneof(
    { weight: 5, arbitrary: plain },
    { weight: 2, arbitrary: withInsertion(plain) },
    { weight: 1, arbitrary: withEncodedCharacter(plain) },
    { weight: 1, arbitrary: withOtherSlash(plain) },
    {
      weight: 1,
      arbitrary: fc.tuple(fc.constantFrom(...frames(host)), plain).map(([put, at]) => put(at)),
    },
    {
      weight: 1,
      arbitrary: fc.string({ unit: "binary-ascii", maxLength: 40 }).map((text) => `/api/${text}`),
    },
  );
}

/** Inserts a piece at a random position. */
function withInsertion(plain: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc
    .tuple(plain, fc.constantFrom(...PIECES, ...SLASHES), fc.nat(40))
    .map(([path, piece, at]) => path.slice(0, at) + piece + path.slice(at));
}

/** Percent-encodes one character, up to three times over. */
function withEncodedCharacter(plain: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(plain, fc.nat(30), fc.integer({ min: 1, max: 3 })).map(([path, nth, times]) => {
    const at = nth % path.length;
    let code = `%${path.charCodeAt(at).toString(16).padStart(2, "0")}`;
    for (let again = 1; again < times; again++) code = code.replaceAll("%", "%25");
    return path.slice(0, at) + code + path.slice(at + 1);
  });
}

/** Replaces one of the slashes. */
function withOtherSlash(plain: fc.Arbitrary<string>): fc.Arbitrary<string> {
  return fc.tuple(plain, fc.constantFrom(...SLASHES), fc.nat(5)).map(([path, slash, nth]) => {
    const parts = path.split("/");
    const at = 1 + (nth % (parts.length - 1));
    return parts.slice(0, at).join("/") + slash + parts.slice(at).join("/");
  });
}

/** Other forms of a request target, and paths with something before or after. */
function frames(host: string): ((path: string) => string)[] {
  return [
    (path) => `http://${host}${path}`,
    (path) => `https://${host}${path}`,
    (path) => `http://evil.example${path}`,
    (path) => `//evil.example${path}`,
    (path) => `http://evil.example@${host}${path}`,
    (path) => `file://${path}`,
    (path) => `*${path}`,
    () => "*",
    () => host,
    () => "evil.example:443",
    (path) => `/x/..${path}`,
    (path) => `/.${path}`,
    (path) => `/${path}`,
    (path) => `/%2e%2e${path}`,
    (path) => path.toUpperCase(),
    (path) => path.slice(1),
    (path) => `${path}/`,
    (path) => `${path}/../payments`,
    (path) => `/__sandbox/..${path}`,
    (path) => path.replace("/api/v1", "/api/v2"),
    (path) => path.replace("/v1", ""),
    (path) => `${path}${"/a".repeat(2000)}`,
    () => "/__sandbox/faults",
    () => "/__sandbox/office",
  ];
}
