import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tokenRedactor } from "./token.ts";

const RUN = "Zq7Wm2Xc9Lp4Ks8Jd3Hf6Gv1Bn5TyRu0AeIo4Pl2";
const TOKEN = `12|${RUN}/+=&"`;
const { mask, mayStandIn } = tokenRedactor(TOKEN);

const html = (text: string) =>
  text.replaceAll(/[^A-Za-z\d]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const spellings: Record<string, (token: string) => string> = {
  "as it is": (token) => token,
  "as JSON": (token) => JSON.stringify(token).slice(1, -1),
  "as PHP's JSON": (token) => JSON.stringify(token).slice(1, -1).replaceAll("/", "\\/"),
  "as JSON within JSON": (token) => JSON.stringify(JSON.stringify(token)).slice(3, -3),
  "in a URL": encodeURIComponent,
  "in a URL, in lower case": (token) =>
    encodeURIComponent(token).replaceAll(/%../g, (sign) => sign.toLowerCase()),
  "in a URL within a URL": (token) => encodeURIComponent(encodeURIComponent(token)),
  "with JSON's escapes": (token) =>
    token.replaceAll(/[^A-Za-z\d]/g, (s) => `\\u00${s.charCodeAt(0).toString(16)}`),
  "in HTML": html,
};

describe("the token is masked", () => {
  it.each(Object.entries(spellings))("%s", (_, spell) => {
    const text = `a Bearer ${spell(TOKEN)} b`;
    expect(mayStandIn(text)).toBe(true);
    expect(mask(text)).toBe("a Bearer *** b");
  });

  it("in base64, wherever it stands in the text that was encoded", () => {
    for (const before of ["", "B", "Be", "Bearer ", "user:", "Authorization: Bearer "]) {
      for (const encoding of ["base64", "base64url"] as const) {
        const text = Buffer.from(`${before}${TOKEN} and more`).toString(encoding);
        expect(mayStandIn(text)).toBe(true);
        const left = Buffer.from(mask(text).split("***")[0] ?? "", encoding).toString("latin1");
        expect(before + TOKEN.slice(0, 2)).toContain(left.slice(0, -1));
        expect(mask(text)).not.toContain(Buffer.from(RUN).toString(encoding).slice(4, -4));
      }
    }
  });

  it("also when only its random run is there", () => {
    expect(mask(`…${RUN}…`)).toBe("…***…");
  });
});

it("a token of a few plain words does not mask those words by themselves", () => {
  const short = tokenRedactor("12|secret/token");
  expect(short.mask("secret token 12|secret/token")).toBe("secret token ***");
});

it("whatever surrounds it stays, byte for byte", () => {
  const bytes = fc.uint8Array({ maxLength: 60 }).map((raw) => Buffer.from(raw).toString("latin1"));
  const echo = fc.constantFrom(...Object.values(spellings)).map((spell) => spell(TOKEN));
  fc.assert(
    fc.property(bytes, echo, bytes, (before, secret, after) => {
      // A backslash before it belongs to how it is spelled.
      fc.pre(!before.endsWith("\\"));
      expect(mask(before + secret + after)).toBe(`${before}***${after}`);
    }),
    { numRuns: 300 },
  );
  fc.assert(
    fc.property(bytes, (text) => {
      expect(mayStandIn(text)).toBe(false);
      expect(mask(text)).toBe(text);
    }),
  );
});
