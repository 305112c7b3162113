import * as fc from "fast-check";

export interface Tricks {
  lines: string[];
  /** Why such a request must be rejected; "" if it may be forwarded. */
  forbidden: string;
}

/** Headers that have no effect upstream and must not keep the request from being forwarded. */
const IGNORED = [
  "Cookie: laravel_session=1",
  "Cookie: a=1; b=2",
  "Authorization: Bearer forged",
  "Authorization: Basic Zm9yZ2Vk",
  "Client: 1",
  "X-HTTP-Method-Override: DELETE",
  "X-HTTP-Method: PUT",
  "X-Method-Override: DELETE",
  "_method: DELETE",
  "Forwarded: for=1",
  "X-Forwarded-For: 10.0.0.1",
  "X-Forwarded-Host: evil.example",
  "X-Forwarded-Proto: https",
  "X-Forwarded-Prefix: /x",
  "X-Original-URL: /api/v1/payments",
  "X-Rewrite-URL: /payments",
  "X-Real-IP: 127.0.0.1",
  "Via: 1.1 evil",
  "Connection: X-Pult, Authorization, Client",
  "Connection: close",
  "Connection: keep-alive, Cookie",
  "Keep-Alive: timeout=999",
  "TE: trailers",
  "Proxy-Authorization: Basic eA==",
  "Proxy-Connection: keep-alive",
  "Trailer: X-Pult",
  "Trailer: Host",
  "Upgrade: TLS/1.0",
  "Expect: 200-maybe",
  "Expect: 100-continue",
  "Range: bytes=0-5",
  "If-None-Match: *",
  "Accept-Encoding: gzip, br",
  "Accept: text/html",
  "Accept-Language: ru",
  "Accept-Language: ru\tx",
  "Accept-Language: \u00ff",
  "Accept-Language: ru\r\nAccept-Language: en",
  `Accept-Language: ${"a".repeat(300)}`,
  "X-Sandbox-Office: a",
  "X-Request-Id: 0123456789abcdef",
  "X-Request-Id: a\tb",
  "X-: ",
  "Max-Forwards: 0",
  "Cache-Control: no-cache",
  "Cache-Control: max-age=999999999999",
  "Content-Encoding: gzip",
  "User-Agent: () { :; }; echo",
  "Referer: javascript:1",
  "Destination: /api/v1/sip",
  "Depth: infinity",
  `X-Long: ${"a".repeat(10_000)}`,
  Array.from({ length: 200 }, (_, index) => `X-Many-${index}: ${index}`).join("\r\n"),
];
/** Thousands of headers: rare, since such a request takes longer than a hundred others. */
const MANY_HEADERS = Array.from({ length: 3000 }, (_, index) => `X-Many-${index}: ${index}`).join(
  "\r\n",
);

const FORBIDDEN = [
  "X-Pult: 1",
  "x-pult: 0",
  "Origin: https://evil.example",
  "Origin: null",
  "Origin: http://localhost:1",
  "Sec-Fetch-Site: cross-site",
  "Sec-Fetch-Site: same-site",
  "Sec-Fetch-Site: none",
  "Host: evil.example",
  "Host: 127.0.0.1",
  "X-Null: a\0b",
  "X-Bell: a\x07b",
  "X-Pult : 1",
  "No colon",
  " X-Indented: 1",
  ": 1",
  "X-Return: a\rb",
  "Bad Name: 1",
  "X\0: 1",
];

const OWN = "X-Pult: 1";

/** Only wrong as a duplicate: after a start without one they would make the request valid. */
const ONLY_AS_DUPLICATE: readonly string[] = ["X-Pult: 1", "Host: 127.0.0.1"];

const bad = (...lines: string[]) => ({ lines, forbidden: lines.join(", ") || "no headers" });

/** Other first headers: our own, or not quite. */
function starts(host: string): Tricks[] {
  return [
    bad(`Host: ${host}`),
    bad(OWN),
    bad(),
    bad(`Host: ${host}`, "X-Pult:"),
    bad(`Host: ${host}`, "X-Pult: 2"),
    bad(`Host: ${host}`, "X-Pult: 1, 1"),
    bad("Host: evil.example", OWN),
    bad("Host:", OWN),
    bad(`Host: ${host}@evil.example`, OWN),
    bad(`Host: evil.example/${host}`, OWN),
    bad(`Host: ${host}.evil.example`, OWN),
    bad(`Host: ${host}, evil.example`, OWN),
    bad(`Host : ${host}`, OWN),
    bad(`X-Forwarded-Host: ${host}`, "Host: evil.example", OWN),
  ];
}

/** All headers of a request except those that frame its body. */
export function headerTricks(host: string): fc.Arbitrary<Tricks> {
  const good: Tricks = { lines: [`Host: ${host}`, OWN], forbidden: "" };
  const extra = fc.oneof(
    {
      weight: 400,
      arbitrary: fc.constantFrom(...IGNORED).map((line) => ({ line, forbidden: "" })),
    },
    {
      weight: 60,
      arbitrary: fc.constantFrom(...FORBIDDEN).map((line) => ({ line, forbidden: line })),
    },
    {
      weight: 1,
      arbitrary: fc.constant({ line: `X-Huge: ${"a".repeat(140_000)}`, forbidden: "huge" }),
    },
    { weight: 1, arbitrary: fc.constant({ line: MANY_HEADERS, forbidden: "" }) },
  );
  const firstHeaders = fc.oneof(
    { weight: 12, arbitrary: fc.constant(good) },
    { weight: 1, arbitrary: fc.constantFrom(...starts(host)) },
  );
  return fc.tuple(firstHeaders, fc.array(extra, { maxLength: 3 })).map(([start, extraHeaders]) => {
    const extras =
      start === good
        ? extraHeaders
        : extraHeaders.filter(({ line }) => !ONLY_AS_DUPLICATE.includes(line));
    return {
      lines: [...start.lines, ...extras.map(({ line }) => line)],
      forbidden: [start.forbidden, ...extras.map(({ forbidden }) => forbidden)].join(""),
    };
  });
}
