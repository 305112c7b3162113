import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenRedactor } from "./token.ts";

const RUN = "Zq7Wm2Xc9Lp4Ks8Jd3Hf6Gv1Bn5TyRu0AeIo4Pl2";
const TOKEN = `12|${RUN}/+=&"`;
const { mask, mayContain } = tokenRedactor(TOKEN);

const html = (text: string) =>
  text.replaceAll(/[^A-Za-z\d]/g, (char) => `&#${char.charCodeAt(0)};`);
const escapings: Record<string, (token: string) => string> = {
  unescaped: (token) => token,
  "as JSON": (token) => JSON.stringify(token).slice(1, -1),
  "as PHP's JSON": (token) => JSON.stringify(token).slice(1, -1).replaceAll("/", "\\/"),
  "as JSON within JSON": (token) => JSON.stringify(JSON.stringify(token)).slice(3, -3),
  "in a URL": encodeURIComponent,
  "in a URL with lower-case escapes": (token) =>
    encodeURIComponent(token).replaceAll(/%../g, (char) => char.toLowerCase()),
  "in a URL within a URL": (token) => encodeURIComponent(encodeURIComponent(token)),
  "with Unicode escapes": (token) =>
    token.replaceAll(/[^A-Za-z\d]/g, (s) => `\\u00${s.charCodeAt(0).toString(16)}`),
  "in HTML": html,
};

describe("the token is masked", () => {
  it.each(Object.entries(escapings))("%s", (_, escape) => {
    const text = `a Bearer ${escape(TOKEN)} b`;
    expect(mayContain(text)).toBe(true);
    expect(mask(text)).toBe("a Bearer *** b");
  });

  it("in base64, at any offset in the encoded text", () => {
    for (const before of ["", "B", "Be", "Bearer ", "user:", "Authorization: Bearer "]) {
      for (const encoding of ["base64", "base64url"] as const) {
        const text = Buffer.from(`${before}${TOKEN} and more`).toString(encoding);
        expect(mayContain(text)).toBe(true);
        const left = Buffer.from(mask(text).split("***")[0] ?? "", encoding).toString("latin1");
        expect(before + TOKEN.slice(0, 2)).toContain(left.slice(0, -1));
        expect(mask(text)).not.toContain(Buffer.from(RUN).toString(encoding).slice(4, -4));
      }
    }
  });

  it("when only its random run is present", () => {
    expect(mask(`…${RUN}…`)).toBe("…***…");
  });
});

it("does not mask the single words of a token made of plain words", () => {
  const short = tokenRedactor("12|secret/token");
  expect(short.mask("secret token 12|secret/token")).toBe("secret token ***");
});

it("keeps the bytes around the token unchanged", () => {
  const bytes = fc.uint8Array({ maxLength: 60 }).map((raw) => Buffer.from(raw).toString("latin1"));
  const echo = fc.constantFrom(...Object.values(escapings)).map((escape) => escape(TOKEN));
  fc.assert(
    fc.property(bytes, echo, bytes, (before, secret, after) => {
      // A backslash before it is part of its escaping.
      fc.pre(!before.endsWith("\\"));
      expect(mask(before + secret + after)).toBe(`${before}***${after}`);
    }),
    { numRuns: 300 },
  );
  fc.assert(
    fc.property(bytes, (text) => {
      expect(mayContain(text)).toBe(false);
      expect(mask(text)).toBe(text);
    }),
  );
});
