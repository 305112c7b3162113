import * as fc from "fast-check";

/** A request smuggled in the body of another; if it gets a response, one request became two. */
export const CANARY_TARGET = "/api/v1/sip/987654321";
export const CANARY = `DELETE ${CANARY_TARGET}`;

/** A body and the headers that declare its length. */
export interface Framed {
  lines: string[];
  /** The bytes after the headers. */
  bytes: string;
  /** The body according to HTTP, if that is unambiguous. */
  body: string;
  /** Why the request must be rejected; "" if not for its framing. */
  forbidden: string;
  /**
   * Why the body must be rejected by whatever reads it; "" if it is valid JSON, declared as JSON.
   */
  badBody: string;
  isCut: boolean;
}

const JSON_TYPE = "Content-Type: application/json";
const GOOD = ["{}", '{"name":"a","number":201}', '{ "a" : [1, 2e3, null] }', "[]", '"a"', "7"];
const MALFORMED = [
  "",
  "{",
  '{"a":1}}',
  "{'a':1}",
  "\u00ff",
  '"\u00c0\u00af"',
  "\0",
  "{}{}",
  "undefined",
];
const HUGE = `"${"a".repeat(256 * 1024)}"`;
const OTHER_TYPES = [
  "text/plain",
  "application/x-www-form-urlencoded",
  "multipart/form-data; boundary=a",
  "application/jsonp",
  "text/json",
  "application/json, text/plain",
  "",
  "application/xml",
];

const lengthOf = (body: string) => `Content-Length: ${body.length}`;
const CHUNKED = "Transfer-Encoding: chunked";
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;
const plain = { body: "", forbidden: "", badBody: "", isCut: false };
const framed = (lines: string[], bytes: string, more: Partial<Framed> = {}): Framed => ({
  ...plain,
  lines: [JSON_TYPE, ...lines],
  bytes,
  ...more,
});
const bad = (lines: string[], bytes: string) =>
  framed(lines, bytes, { forbidden: lines.join(", ") });

const refused = (body: string, type: string, why: string): Framed => ({
  ...plain,
  lines: [type, lengthOf(body)],
  bytes: body,
  body,
  badBody: why,
});

/** Where no body is read, malformed chunks only end the connection. */
const broken = (bytes: string) => framed([CHUNKED], bytes, { badBody: "no chunks" });

/** A body for a request; `canary` is a complete smuggled request. */
export function framing(hasBody: boolean, canary: string): fc.Arbitrary<Framed> {
  const good = fc.constantFrom(...GOOD);
  const wellFormed: fc.Arbitrary<Framed> = hasBody
    ? good.map((body) => ({ ...plain, lines: [JSON_TYPE, lengthOf(body)], bytes: body, body }))
    : fc.constant({ ...plain, lines: [], bytes: "", body: "", badBody: "no body" });
  return fc.oneof(
    { weight: 14, arbitrary: wellFormed },
    { weight: 2, arbitrary: chunked(good) },
    { weight: 2, arbitrary: refusedBody(canary) },
    { weight: 1, arbitrary: cut(good) },
    { weight: 3, arbitrary: fc.constantFrom(...contradictions(canary)) },
    { weight: 1, arbitrary: fc.constantFrom(...badChunks(canary)) },
  );
}

function chunked(good: fc.Arbitrary<string>): fc.Arbitrary<Framed> {
  const end = fc.constantFrom(
    "0\r\n\r\n",
    "0\r\nX-Pult: 0\r\nHost: evil\r\n\r\n",
    "000;a=b\r\n\r\n",
  );
  const type = fc.constantFrom(CHUNKED, "transfer-encoding:CHUNKED");
  return fc.tuple(good, end, type, fc.nat(10)).map(([body, last, line, at]) => {
    const parts = [body.slice(0, at), body.slice(at)].filter((part) => part !== "");
    return framed([line], parts.map(chunk).join("") + last, { body });
  });
}

function refusedBody(canary: string): fc.Arbitrary<Framed> {
  const malformed = fc.constantFrom(...MALFORMED, canary, `{}${canary}`);
  return fc.oneof(
    { weight: 200, arbitrary: malformed.map((body) => refused(body, JSON_TYPE, "malformed")) },
    {
      weight: 100,
      arbitrary: fc
        .constantFrom(...OTHER_TYPES)
        .map((type) => refused("{}", `Content-Type: ${type}`, type || "no type")),
    },
    { weight: 1, arbitrary: fc.constant(refused(HUGE, JSON_TYPE, "huge")) },
  );
}

/** A body shorter than declared, then the end of the connection. */
function cut(good: fc.Arbitrary<string>): fc.Arbitrary<Framed> {
  const part = { badBody: "cut", isCut: true };
  return fc
    .tuple(good, fc.boolean())
    .map(([body, isChunked]) =>
      isChunked
        ? framed([CHUNKED], chunk(body), part)
        : framed([`Content-Length: ${body.length + 9}`], body, part),
    );
}

/** Contradictory or invalid lengths, which two parsers may read differently. */
function contradictions(canary: string): Framed[] {
  const length = lengthOf(canary);
  const lengths = [
    "+5",
    "-1",
    "0x5",
    "5, 5",
    "5e0",
    "5.0",
    "5 5",
    "\u00b2",
    "99999999999999999999",
    "5;",
  ];
  const encodings = [
    "xchunked",
    "chunked, identity",
    "identity",
    "chunked;q=1",
    "\x0bchunked",
    "chunked, chunked",
    "gzip",
    "chunked, gzip",
    '"chunked"',
    "chunked,",
    ",",
    "chunk\u00ebd",
  ];
  return [
    bad([length, CHUNKED], `0\r\n\r\n${canary}`),
    bad([CHUNKED, length], `0\r\n\r\n${canary}`),
    bad(["Content-Length: 0", CHUNKED], chunk(canary) + "0\r\n\r\n"),
    bad([length, "Transfer-Encoding: identity"], canary),
    bad(["Content-Length: 0", length], canary),
    bad([length, length], canary),
    bad([length, "content-length: 1"], canary),
    bad([`Content-Length : ${canary.length}`], canary),
    bad(["Transfer-Encoding : chunked"], `0\r\n\r\n${canary}`),
    bad(
      ["X: a\r\n Transfer-Encoding: chunked", CHUNKED, "Content-Length: 2"],
      `0\r\n\r\n${canary}`,
    ),
    ...lengths.map((text) => bad([`Content-Length: ${text}`], canary)),
    ...encodings.map((text) => bad([`Transfer-Encoding: ${text}`], `0\r\n\r\n${canary}`)),
    bad([CHUNKED, "Transfer-Encoding: identity"], `0\r\n\r\n${canary}`),
  ];
}

function badChunks(canary: string): Framed[] {
  const sizes = [
    "g",
    "-1",
    "+2",
    "0x2",
    "2 ",
    " 2",
    "\r\n2",
    "ffffffffffffffff2",
    "2\n",
    "",
    "2\t;a",
  ];
  return [
    ...sizes.map((size) => broken(`${size}\r\n{}\r\n0\r\n\r\n${canary}`)),
    broken(`2\n{}\n0\n\n${canary}`),
    broken(`2\r\n{}0\r\n\r\n${canary}`),
    broken(`2\r\n{}}\r\n0\r\n\r\n${canary}`),
    broken(`2;a\r\n${canary}`),
  ];
}
